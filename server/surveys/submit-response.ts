import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findInvitation, spendInvitation } from '#db/queries/invitations.ts';
import { insertEnvelope } from '#db/queries/survey-answers.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { parseQuestions } from './asked-question.ts';
import { sealEnvelope } from './envelope.ts';
import { hashInvitationToken } from './invitation-token.ts';
import { isOpen, tokenField } from './read-form.ts';
import { answerSchema, checkAnswers, type Response } from './response.ts';
import { publicHalf } from './seal-key.ts';

export const submitResponseInput = z.strictObject({ token: tokenField, answers: z.array(answerSchema).max(100) });

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/**
 * Takes an answer: the link is spent and the sealed envelope stored in one transaction. Neither says anything of the other,
 * nor of a person, an address or a time; a respondent's act is not in the audit log either.
 */
export async function submitResponse(ctx: Context, input: z.output<typeof submitResponseInput>) {
  const tokenHash = hashInvitationToken(input.token);
  const invitation = requireUsable(await findInvitation(ctx.db, tokenHash), ctx.now());
  const answers = checkAnswers(parseQuestions(invitation.questions), input.answers);
  const content = { team: invitation.teamId, answers } satisfies Response;
  const sealed = sealEnvelope(publicHalf(invitation.sealKey), invitation.id, content);
  const taken = await ctx.db.transaction().execute(async (trx) => {
    const spent = await spendInvitation(trx, invitation.invitationId);
    if (spent) await insertEnvelope(trx, { id: randomUUID(), cycleId: invitation.id, sealed });
    return spent;
  });
  if (!taken) {
    // somebody was faster: the same link, a renewal or the close
    requireUsable(await findInvitation(ctx.db, tokenHash), ctx.now());
    throw new AppError('CONFLICT', USED);
  }
  return { taken: true } as const;
}

const USED = 'This link has been used already. Each link takes one answer; thank you for it.';

/**
 * The invitation with the key to seal under, or a refusal that says what the matter is. Whether it was used is not asked
 * before the answer is fit to be stored: by answers that are not, the holder of all links could see who has answered.
 */
function requireUsable(invitation: Invitation | undefined, now: Date): Invitation & { sealKey: string } {
  if (invitation === undefined) throw new AppError('NOT_FOUND', 'This link does not belong to any survey.');
  const { sealKey } = invitation;
  if (!isOpen(invitation, now) || sealKey === null) {
    throw new AppError('CONFLICT', 'This survey is closed and takes no more answers.');
  }
  if (invitation.voided === 1)
    throw new AppError('CONFLICT', 'This link was replaced by a newer one. Use the newest you got.');
  return { ...invitation, sealKey };
}
