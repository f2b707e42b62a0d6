import type { z } from 'zod';
import { hasSlot, moveSlot } from '#db/queries/invitations.ts';
import { findSurveyAddress, readdressSurveyMail } from '#db/queries/survey-addresses.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { emailField, idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { cycleInput, loadCycle, MAY_CHANGE } from './cycle.ts';
import { holdOpen, requireMail, requireOpen } from './issue-invitations.ts';
import { slotsOf } from './slot.ts';

export const replaceAddressInput = cycleInput.extend({
  /** id of the address that was refused */
  refused: idField,
  address: emailField,
});

/**
 * Corrects an address that no mail has ever reached. One that was reached stays: by putting one's own in its place one could
 * learn whether that person has answered.
 */
export async function replaceAddress(ctx: Context, input: z.output<typeof replaceAddressInput>) {
  const { platform, cycle } = await loadCycle(ctx, input, MAY_CHANGE);
  requireOpen(cycle);
  requireMail(ctx);
  const slotOf = slotsOf(ctx.secret, cycle);
  await ctx.db.transaction().execute(async (trx) => {
    await holdOpen(trx, cycle);
    const old = await findSurveyAddress(trx, input.refused);
    if (old === undefined || old.cycleId !== cycle.id || old.state !== 'refused' || old.reminder === 1) {
      throw new AppError('CONFLICT', 'Only an address that no mail has reached can be replaced.');
    }
    const slot = slotOf(input.address);
    // also where that person stopped reminders: two places under one slot would be one answer less and one more
    const taken = await hasSlot(trx, { cycleId: cycle.id, slot });
    const change = { address: input.address, runAtMs: ctx.now().getTime() };
    if (taken || !(await readdressSurveyMail(trx, old, change))) {
      throw new AppError('CONFLICT', 'This address is invited already.');
    }
    await moveSlot(trx, cycle.id, { from: slotOf(old.address), to: slot });
    await recordAudit(trx, ctx, { action: 'survey.readdress', platformId: platform.id, subject: cycle.id });
  });
  return {};
}
