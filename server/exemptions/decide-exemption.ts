import { z } from 'zod';
import { moveExemption } from '#db/queries/exemptions.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireJudge } from '../people/require-judge.ts';
import { requireExemption } from './require-exemption.ts';

export const decideExemptionInput = z.strictObject({
  id: z.string().max(60),
  approve: z.boolean(),
  note: z.string().trim().max(2000).optional(),
});

/** Approves or declines a request. Whoever decides is an editor, or a token of one, and never who asked. */
export async function decideExemption(ctx: Context, input: z.infer<typeof decideExemptionInput>) {
  const exemption = await requireExemption(ctx, input.id);
  const { id, platformId, criterion, capability, kind, expiresAt } = exemption;
  requireRole(ctx, platformId, 'editor', 'reviews:write');
  const judge = await requireJudge(ctx, exemption.requestedBy);
  const decidedAt = ctx.now().toISOString();
  if (input.approve && expiresAt !== null && expiresAt <= decidedAt) {
    throw new AppError('CONFLICT', 'The time asked for is over. Ask for a new request.');
  }
  const decision = input.approve ? ('approved' as const) : ('declined' as const);
  await ctx.db.transaction().execute(async (trx) => {
    const selfApproved = judge.selfApproved ? 1 : 0;
    const change = { decision, decidedBy: judge.id, decidedAt, decisionNote: input.note || null, selfApproved };
    if (!(await moveExemption(trx, { id, decision: 'awaiting', expiresAt }, change))) {
      throw new AppError('CONFLICT', 'This request no longer awaits a decision.');
    }
    const detail = { id, kind, capability, decision, selfApproved: judge.selfApproved };
    await recordAudit(trx, ctx, { action: 'exemption.decide', platformId, subject: criterion, detail });
  });
  if (input.approve) await ctx.rescore(platformId);
  return { id, decision, selfApproved: judge.selfApproved };
}
