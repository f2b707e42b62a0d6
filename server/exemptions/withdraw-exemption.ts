import { z } from 'zod';
import { findCapability } from '#db/queries/catalogue.ts';
import { moveExemption } from '#db/queries/exemptions.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireOwnership, requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireExemption } from './require-exemption.ts';

export const withdrawExemptionInput = z.strictObject({ id: z.string().max(60) });

/**
 * Takes a request back, or ends what was approved from now on; what it did until now stays in the history.
 * Whoever may ask for it may take it back.
 */
export async function withdrawExemption(ctx: Context, input: z.infer<typeof withdrawExemptionInput>) {
  const exemption = await requireExemption(ctx, input.id);
  const { id, platformId, criterion, capability, kind, expiresAt, decision } = exemption;
  requireRole(ctx, platformId, 'owner', 'attestations:write');
  const owned = capability === null ? undefined : await findCapability(ctx.db, platformId, capability);
  requireOwnership(ctx, platformId, owned?.ownerTeamId ?? null, 'attestations:write');
  const now = ctx.now().toISOString();
  const isOver = expiresAt !== null && expiresAt <= now;
  if (decision === 'declined' || decision === 'withdrawn' || (decision === 'approved' && isOver)) {
    throw new AppError('CONFLICT', 'This is over already.');
  }
  const change =
    decision === 'approved'
      ? { expiresAt: now, approvedUntil: expiresAt }
      : { decision: 'withdrawn' as const, decidedAt: now };
  await ctx.db.transaction().execute(async (trx) => {
    if (!(await moveExemption(trx, { id, decision, expiresAt }, change))) {
      throw new AppError('CONFLICT', 'Somebody changed this request a moment ago. Look at it again.');
    }
    const detail = { id, kind, capability, before: decision };
    await recordAudit(trx, ctx, { action: 'exemption.withdraw', platformId, subject: criterion, detail });
  });
  if (decision === 'approved') await ctx.rescore(platformId);
  return { id, endedAt: now };
}
