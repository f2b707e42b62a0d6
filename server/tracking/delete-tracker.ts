import type { z } from 'zod';
import { listLinksOf } from '#db/queries/tracker-links.ts';
import { deleteTrackerRow } from '#db/queries/trackers.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireTracker, SCOPE } from './kept-tracker.ts';
import { readTrackerInput } from './read-tracker.ts';

export const deleteTrackerInput = readTrackerInput;

/** Removes a tracker with its secrets and its links. The issues, and the improvements, stay as they are. */
export async function deleteTracker(ctx: Context, input: z.infer<typeof deleteTrackerInput>) {
  const { platform, row } = await requireTracker(ctx, input, ['editor', SCOPE]);
  await ctx.db.transaction().execute(async (trx) => {
    const { length: links } = await listLinksOf(trx, row.id);
    await deleteTrackerRow(trx, row.id);
    await recordAudit(trx, ctx, {
      action: 'tracker.delete',
      platformId: platform.id,
      subject: row.name,
      detail: { id: row.id, links },
    });
  });
  return { id: row.id };
}
