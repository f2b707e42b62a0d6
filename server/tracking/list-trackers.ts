import { z } from 'zod';
import { countLinks } from '#db/queries/tracker-links.ts';
import { listTrackers as listRows } from '#db/queries/trackers.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { describeTracker, type TrackerSummary } from './describe-tracker.ts';

export const listTrackersInput = z.strictObject({ platform: keyField });

/** The issue trackers of a platform, and how each does. */
export async function listTrackers(ctx: Context, input: z.infer<typeof listTrackersInput>): Promise<TrackerSummary[]> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const links = await countLinks(ctx.db, platform.id);
  const nowMs = ctx.now().getTime();
  return (await listRows(ctx.db, platform.id)).map((row) => describeTracker(row, links.get(row.id) ?? [], nowMs));
}
