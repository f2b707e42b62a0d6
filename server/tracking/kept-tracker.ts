import { z } from 'zod';
import { findTracker, type TrackerRow } from '#db/queries/trackers.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import { unsealSecrets } from '../collection/seal-secrets.ts';
import type { Context, Role } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { secretNames } from '../sources/source-fields.ts';
import { TRACKERS } from '../trackers/registry.ts';
import type { OpenTracker, Tracker } from '../trackers/tracker.ts';

export const SCOPE = 'backlog:write';

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

export function trackerOfKind(kind: string): Tracker {
  const tracker = TRACKERS.find((one) => one.kind === kind);
  if (tracker === undefined) throw new AppError('BAD_REQUEST', `There is no kind of tracker "${kind}".`);
  return tracker;
}

const settingsSchema = z.record(z.string(), z.unknown());
const allowedSchema = z.array(z.string());

/** Settings as they are kept: everything but the secrets. */
export const settingsOf = ({ settings }: TrackerRow) => settingsSchema.parse(JSON.parse(settings));
export const allowedOf = ({ allowed }: TrackerRow) => allowedSchema.parse(JSON.parse(allowed));

/** Which secrets are kept; null where SECRET has changed and they cannot be read any more. */
export function secretsOf({ secret }: Pick<Context, 'secret'>, row: TrackerRow): Record<string, string> | null {
  try {
    return unsealSecrets(secret, row.id, row.secrets);
  } catch {
    return null;
  }
}

/** What a kept tracker is about, also where its secrets cannot be read. */
export function openWithoutSecrets(row: TrackerRow): OpenTracker {
  const tracker = trackerOfKind(row.kind);
  const blanks = secretNames(tracker.fields).map((name) => [name, '-'] as const);
  return tracker.open({ ...settingsOf(row), ...Object.fromEntries(blanks) });
}

/** A kept tracker, ready to be called; null where its secrets cannot be read. */
export function openKept(ctx: Pick<Context, 'secret'>, row: TrackerRow): OpenTracker | null {
  const secrets = secretsOf(ctx, row);
  return secrets === null ? null : trackerOfKind(row.kind).open({ ...settingsOf(row), ...secrets });
}
