import { z } from 'zod';
import { findAttestation, saveReview } from '#db/queries/attestations.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireJudge } from '../people/require-judge.ts';

export const reviewAttestationInput = z.strictObject({
  id: z.string().max(60),
  accept: z.boolean(),
  note: z.string().trim().max(2000).optional(),
});

/** Accepts or rejects an answer that waits. The reviewer is an editor, or a token of one, and never who answered. */
export async function reviewAttestation(ctx: Context, input: z.infer<typeof reviewAttestationInput>) {
  const attestation = await findAttestation(ctx.db, input.id);
  if (ctx.actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (!attestation) throw new AppError('NOT_FOUND', 'There is no such answer.');
  const { id, platformId, criterion, capability } = attestation;
  requireRole(ctx, platformId, 'editor', 'reviews:write');
  const judge = await requireJudge(ctx, attestation.answeredBy);
  const reviewedAt = ctx.now().toISOString();
  if (input.accept && attestation.expiresAt <= reviewedAt) {
    throw new AppError('CONFLICT', 'This answer has run out. Ask for a new one.');
  }
  const review = input.accept ? ('accepted' as const) : ('rejected' as const);
  const selfApproved = judge.selfApproved ? 1 : 0;
  await ctx.db.transaction().execute(async (trx) => {
    const reviewNote = input.note || null;
    if (!(await saveReview(trx, id, { review, reviewedBy: judge.id, reviewedAt, reviewNote, selfApproved }))) {
      throw new AppError('CONFLICT', 'This answer no longer waits for a review.');
    }
    const detail = { id, capability, review, selfApproved: judge.selfApproved };
    await recordAudit(trx, ctx, { action: 'attestation.review', platformId, subject: criterion, detail });
  });
  await ctx.rescore(platformId);
  return { id, review, selfApproved: judge.selfApproved };
}
