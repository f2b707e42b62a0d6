import { expressionBuilder, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Database, TrackerTable } from '../schema.ts';
import { claimRun, isFree } from './run-leases.ts';

type Db = Kysely<Database>;
export type TrackerRow = Selectable<TrackerTable>;

/** The trackers of a platform, by name. */
export function listTrackers(db: Db, platformId: string): Promise<TrackerRow[]> {
  return db
    .selectFrom('tracker')
    .selectAll()
    .where('platformId', '=', platformId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** One tracker of a platform. */
export function findTracker(db: Db, platformId: string, id: string): Promise<TrackerRow | undefined> {
  return db
    .selectFrom('tracker')
    .selectAll()
    .where('id', '=', id)
    .where('platformId', '=', platformId)
    .executeTakeFirst();
}

export async function insertTracker(db: Db, tracker: Insertable<TrackerTable>): Promise<void> {
  await db.insertInto('tracker').values(tracker).execute();
}

export async function saveTrackerRow(
  db: Db,
  id: string,
  change: Partial<Omit<TrackerRow, 'id' | 'platformId' | 'kind'>>,
): Promise<void> {
  await db.updateTable('tracker').set(change).where('id', '=', id).execute();
}

/** Keeps what a run learnt of a tracker, and whether it did: not where somebody has pointed the tracker elsewhere meanwhile. */
export async function saveLearnt(
  db: Db,
  { id, settings }: Pick<TrackerRow, 'id' | 'settings'>,
  change: Partial<Pick<TrackerRow, 'settings' | 'placeAtMs' | 'cursor'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tracker')
    .set(change)
    .where('id', '=', id)
    .where('settings', '=', settings)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A tracker goes with its links; the issues stay where they are. */
export async function deleteTrackerRow(db: Db, id: string): Promise<void> {
  await db.deleteFrom('tracker').where('id', '=', id).execute();
}

/** What changed here is written soon, but not change by change. */
const REST_MS = 10_000;

/**
 * Trackers that nobody is calling and that may be called, whose time has come or for which something waits: an improvement that
 * changed since its issue was written, or a link that is to be tried again.
 */
export function listDueTrackers(db: Db, nowMs: number) {
  return db
    .selectFrom('tracker')
    .select(['tracker.id', 'tracker.nextRunAtMs', 'tracker.lastRunAtMs'])
    .where('tracker.state', '=', 'active')
    .where((eb) => eb.or([eb('tracker.holdUntilMs', 'is', null), eb('tracker.holdUntilMs', '<=', nowMs)]))
    .where((eb) => isFree(eb, nowMs))
    .where((eb) =>
      eb.or([
        eb('tracker.nextRunAtMs', '<=', nowMs),
        eb.and([
          eb.or([eb('tracker.lastRunAtMs', 'is', null), eb('tracker.lastRunAtMs', '<=', nowMs - REST_MS)]),
          eb.exists(
            eb
              .selectFrom('trackerLink')
              .innerJoin('improvement', 'improvement.id', 'trackerLink.improvementId')
              .select('trackerLink.improvementId')
              .whereRef('trackerLink.trackerId', '=', 'tracker.id')
              .where('trackerLink.state', '<>', 'broken')
              .where((link) =>
                link.or([
                  link('trackerLink.retryAtMs', '<=', nowMs),
                  link.and([
                    link('trackerLink.retryAtMs', 'is', null),
                    link('improvement.version', '<>', link.ref('trackerLink.seenVersion')),
                  ]),
                ]),
              ),
          ),
        ]),
      ]),
    )
    .orderBy('tracker.id')
    .execute();
}

/** Takes a tracker for one run, unless it rests or asked for silence. */
export function claimTracker(db: Db, id: string, lease: { nowMs: number; leaseUntilMs: number }) {
  const eb = expressionBuilder<Database, 'tracker'>();
  const among = eb.or([eb('holdUntilMs', 'is', null), eb('holdUntilMs', '<=', lease.nowMs)]);
  return claimRun(db, 'tracker', { id, ...lease, among });
}
