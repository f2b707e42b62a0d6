import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { insertTracker, listTrackers, saveTrackerRow, type TrackerRow } from '#db/queries/trackers.ts';
import { keyField, nameField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import { describeChange, givenFields, keptAs, readGiven } from '../connections/given-connection.ts';
import { settingsOf } from '../connections/kept-connection.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { requireTracker, SCOPE, TRACKER_KINDS } from './kept-tracker.ts';

/** How often a tracker is asked what changed, in minutes. What changes here is written within seconds. */
export const INTERVALS = [5, 15, 60, 360] as const;

export const saveTrackerInput = z.strictObject({
  platform: keyField,
  /** left out: a new one */
  tracker: idField.optional(),
  name: nameField,
  intervalMinutes: z.literal(INTERVALS).default(15).describe('How often it is asked what changed.'),
  ...givenFields,
});
type Input = z.output<typeof saveTrackerInput>;

const MOST_TRACKERS = 20;

/** Connects an issue tracker or changes how it is reached. Nothing is written there until an improvement is linked. */
export async function saveTracker(ctx: Context, input: Input) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', SCOPE);
  const row = await rowOf(ctx, platform.id, input);
  const given = readGiven(ctx, TRACKER_KINDS, { given: input, row });
  const moved = row !== null && JSON.stringify(settingsOf(row)) !== JSON.stringify(given.settings);
  const id = row?.id ?? randomUUID();
  const values = {
    name: input.name,
    intervalMinutes: input.intervalMinutes,
    ...keptAs(ctx, id, given),
    nextRunAtMs: ctx.now().getTime(),
    ...{ failures: 0, holdUntilMs: null, limited: 0, error: null, errorSince: null },
  };
  await ctx.db.transaction().execute(async (trx) => {
    if (row === null) {
      await insertTracker(trx, {
        ...{ id, platformId: platform.id, kind: input.kind, state: 'active', createdAt: ctx.now().toISOString() },
        ...{ leaseUntilMs: null, lastRunAtMs: null, placeAtMs: null, cursor: null, ...values },
      });
    } else await saveTrackerRow(trx, id, { ...values, ...(moved ? { placeAtMs: null, cursor: null } : {}) });
    await recordAudit(trx, ctx, {
      action: row === null ? 'tracker.add' : 'tracker.change',
      platformId: platform.id,
      subject: input.name,
      detail: {
        ...{ id, kind: input.kind, place: given.open.place, intervalMinutes: input.intervalMinutes },
        ...describeChange({ given: input, read: given, row }),
      },
    });
  });
  return { id, added: row === null };
}

async function rowOf(ctx: Context, platformId: string, { platform, tracker }: Input): Promise<TrackerRow | null> {
  if (tracker !== undefined) return (await requireTracker(ctx, { platform, tracker }, ['editor', SCOPE])).row;
  const { length } = await listTrackers(ctx.db, platformId);
  if (length >= MOST_TRACKERS) throw new AppError('CONFLICT', `A platform has at most ${MOST_TRACKERS} trackers.`);
  return null;
}
