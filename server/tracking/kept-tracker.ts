import { findTracker, type TrackerRow } from '#db/queries/trackers.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { TRACKERS } from '../trackers/registry.ts';

export const SCOPE = 'backlog:write';
/** Trackers as connections, and how their secret is called. */
export const TRACKER_KINDS = { noun: 'tracker', secret: 'token', kinds: TRACKERS };

type Wanted = { platform: string; tracker: string };

/** A tracker of a platform, for somebody with at least `role` there. */
export async function requireTracker(
  ctx: Context,
  { platform: key, tracker }: Wanted,
  [role, scope]: readonly [Role, string],
): Promise<{ platform: Platform; row: TrackerRow }> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, role, scope);
  const row = await findTracker(ctx.db, platform.id, tracker);
  if (row === undefined) throw new AppError('NOT_FOUND', 'There is no such tracker.');
  return { platform, row };
}
