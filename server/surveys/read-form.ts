import { z } from 'zod';
import { findInvitation } from '#db/queries/invitations.ts';
import type { Context } from '../context.ts';
import { minutesOf, parseQuestions } from './asked-question.ts';
import { minimumsOfCycle } from './cycle.ts';
import { hashInvitationToken } from './invitation-token.ts';

export const tokenField = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'This is not a link of a survey.');

export const readFormInput = z.strictObject({ token: z.string().max(200) });

/**
 * What a respondent sees, by their link alone. Whether the link has been used is not said here: whoever holds the list of
 * links could count the answers by it. It is said to whoever sends a second answer.
 */
export async function readForm(ctx: Context, input: z.output<typeof readFormInput>) {
  if (!tokenField.safeParse(input.token).success) return { state: 'unknown' } as const;
  const found = await findInvitation(ctx.db, hashInvitationToken(input.token));
  if (found === undefined) return { state: 'unknown' } as const;
  const { title, askedBy, closesAt } = found;
  if (!isOpen(found, ctx.now())) return { state: 'closed', title, askedBy } as const;
  if (found.voided === 1) return { state: 'replaced', title, askedBy } as const;
  const questions = parseQuestions(found.questions);
  return {
    state: 'open',
    title,
    askedBy,
    closesAt,
    timeZone: found.timeZone,
    purpose: found.purpose,
    team: found.teamName,
    /** the link came by e-mail, so an address is kept until the close */
    byMail: found.slot !== null,
    minimums: minimumsOfCycle(found),
    minutes: minutesOf(questions),
    questions: questions.map(({ seconds: _, ...question }) => question),
  } as const;
}

/** Whether answers are taken: opened, and its time is not over, even where nobody has closed it yet. */
export function isOpen(cycle: { state: string; closesAt: string | null }, now: Date): boolean {
  return cycle.state === 'open' && cycle.closesAt !== null && now.toISOString() < cycle.closesAt;
}
