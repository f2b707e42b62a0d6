import { z } from 'zod';
import { saveTrackerRow } from '#db/queries/trackers.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireTracker, SCOPE } from './kept-tracker.ts';

export const setTrackerStateInput = z.strictObject({
  platform: keyField,
  tracker: idField,
  state: z.enum(['active', 'paused']),
});

/** Lets a tracker rest, or has it called again: at once, and for all that changed meanwhile. */
export async function setTrackerState(ctx: Context, input: z.infer<typeof setTrackerStateInput>) {
  const { platform, row } = await requireTracker(ctx, input, ['editor', SCOPE]);
  const { state } = input;
  if (row.state === state) return { id: row.id, state };
  await ctx.db.transaction().execute(async (trx) => {
    await saveTrackerRow(trx, row.id, { state, nextRunAtMs: ctx.now().getTime() });
    await recordAudit(trx, ctx, {
      action: state === 'paused' ? 'tracker.pause' : 'tracker.resume',
      platformId: platform.id,
      subject: row.name,
      detail: { id: row.id },
    });
  });
  return { id: row.id, state };
}
