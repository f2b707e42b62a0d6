import type { z } from 'zod';
import { saveTrackerRow } from '#db/queries/trackers.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireTracker, SCOPE } from './kept-tracker.ts';
import { readTrackerInput } from './read-tracker.ts';

export const runTrackerInput = readTrackerInput;

/** Has a tracker called now, a moment after this returns. Where it asked for fewer calls, that is heeded. */
export async function runTracker(ctx: Context, input: z.infer<typeof runTrackerInput>) {
  const { platform, row } = await requireTracker(ctx, input, ['editor', SCOPE]);
  if (row.state === 'paused') throw new AppError('CONFLICT', 'This tracker is paused. Resume it first.');
  const nowMs = ctx.now().getTime();
  if (row.limited === 1 && row.holdUntilMs !== null && row.holdUntilMs > nowMs) {
    throw new AppError('CONFLICT', 'The tracker asked for fewer calls. It is called again when it allows.');
  }
  await ctx.db.transaction().execute(async (trx) => {
    await saveTrackerRow(trx, row.id, { nextRunAtMs: nowMs, holdUntilMs: null });
    await recordAudit(trx, ctx, {
      action: 'tracker.run',
      platformId: platform.id,
      subject: row.name,
      detail: { id: row.id },
    });
  });
  return { id: row.id };
}
