import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findStandingExemption, insertExemption, lockExemptions } from '#db/queries/exemptions.ts';
import { requirePlace } from '../attestations/require-place.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { recordAudit } from '../people/record-audit.ts';

export const requestExemptionInput = z.strictObject({
  platform: keyField,
  /** exemption: counts as met until it ends; not_applicable: leaves every sum */
  kind: z.enum(['exemption', 'not_applicable']),
  criterion: z.string().max(20),
  /** null: the platform as a whole */
  capability: keyField.nullable(),
  reason: z.string().trim().min(10, 'Give a reason that a second person can judge.').max(2000),
  /** exemptions only: the last day (UTC) on which it counts, at most 365 days from now */
  expiresOn: z.iso.date().optional(),
});
type Input = z.infer<typeof requestExemptionInput>;

const LONGEST_DAYS = 365;
const DAY_MS = 86_400_000;

/** Asks that a criterion counts as met for a time, or that it leaves the sums. It takes effect when a second person approves. */
export async function requestExemption(ctx: Context, input: Input) {
  const { platform, criterion } = await requirePlace(ctx, input);
  const expiresAt = endOf(input, ctx.now());
  const requestedAt = ctx.now().toISOString();
  const place = { platformId: platform.id, criterion: criterion.id, capability: input.capability };
  const { kind, reason, capability } = input;
  const id = randomUUID();
  const requestedBy = await accountOf(ctx);
  await ctx.db.transaction().execute(async (trx) => {
    await lockExemptions(trx, platform.id);
    const standing = await findStandingExemption(trx, { ...place, kind }, requestedAt);
    if (standing) throw new AppError('CONFLICT', STANDING[standing.decision === 'awaiting' ? 'awaiting' : 'approved']);
    await insertExemption(trx, {
      ...{ id, ...place, kind, reason, requestedBy, requestedAt, expiresAt },
      ...{ decision: 'awaiting', decidedBy: null, decidedAt: null, decisionNote: null, selfApproved: 0 },
    });
    await recordAudit(trx, ctx, {
      action: 'exemption.request',
      platformId: platform.id,
      subject: criterion.id,
      detail: { id, kind, capability, reason, expiresAt },
    });
  });
  return { id, decision: 'awaiting' as const, expiresAt };
}

const STANDING = {
  awaiting: 'The same was asked for before and awaits its decision.',
  approved: 'The same is in force already. Withdraw it first to ask anew.',
};

function endOf({ kind, expiresOn }: Input, now: Date): string | null {
  if (kind === 'not_applicable') {
    if (expiresOn === undefined) return null;
    throw new AppError(
      'BAD_REQUEST',
      'What is not applicable has no end. Leave the date out, or ask for an exemption.',
    );
  }
  if (expiresOn === undefined) throw new AppError('BAD_REQUEST', 'Say until which day the exemption should count.');
  const today = now.toISOString().slice(0, 10);
  const last = new Date(Date.parse(today) + LONGEST_DAYS * DAY_MS).toISOString().slice(0, 10);
  if (expiresOn < today || expiresOn > last) {
    throw new AppError('BAD_REQUEST', `Choose a day from ${today} to ${last}. Longer than a year needs a new look.`);
  }
  return `${expiresOn}T23:59:59.999Z`;
}
