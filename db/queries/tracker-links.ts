import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database, TrackerLinkTable } from '../schema.ts';

type Db = Kysely<Database>;
export type TrackerLink = Selectable<TrackerLinkTable>;
export type LinkOfTracker = Awaited<ReturnType<typeof listLinksOf>>[number];

/** The links of a tracker with the version of each improvement, the one that was looked at longest ago first. */
export function listLinksOf(db: Db, trackerId: string) {
  return db
    .selectFrom('trackerLink')
    .innerJoin('improvement', 'improvement.id', 'trackerLink.improvementId')
    .selectAll('trackerLink')
    .select(['improvement.version', 'improvement.title'])
    .where('trackerLink.trackerId', '=', trackerId)
    .orderBy('trackerLink.lookedAtMs')
    .orderBy('trackerLink.improvementId')
    .execute();
}

export function findLink(db: Db, improvementId: string): Promise<TrackerLink | undefined> {
  return db.selectFrom('trackerLink').selectAll().where('improvementId', '=', improvementId).executeTakeFirst();
}

/** The improvement to which an issue of a tracker belongs already, by how the tracker finds it or how people call it. */
export async function findLinkedTo(
  db: Db,
  { trackerId, ref }: { trackerId: string; ref: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('trackerLink')
    .select('improvementId')
    .where('trackerId', '=', trackerId)
    .where((eb) => eb.or([eb('ref', '=', ref), eb('name', '=', ref)]))
    .executeTakeFirst();
  return row?.improvementId ?? null;
}

/** Links an improvement; false where it is linked already. */
export async function insertLink(db: Db, link: Insertable<TrackerLinkTable>): Promise<boolean> {
  const row = await db
    .insertInto('trackerLink')
    .values(link)
    .onConflict((conflict) => conflict.column('improvementId').doNothing())
    .returning('improvementId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveLink(
  db: Db,
  { improvementId, trackerId }: Pick<TrackerLink, 'improvementId' | 'trackerId'>,
  change: Partial<Omit<TrackerLink, 'improvementId' | 'trackerId'>>,
): Promise<void> {
  await db
    .updateTable('trackerLink')
    .set(change)
    .where('improvementId', '=', improvementId)
    .where('trackerId', '=', trackerId)
    .execute();
}

export async function deleteLink(db: Db, improvementId: string): Promise<void> {
  await db.deleteFrom('trackerLink').where('improvementId', '=', improvementId).execute();
}

/** Of each tracker of a platform, how many of its issues are in step, wait to be written, and are gone. */
export async function countLinks(db: Db, platformId: string) {
  const rows = await db
    .selectFrom('trackerLink')
    .innerJoin('improvement', 'improvement.id', 'trackerLink.improvementId')
    .innerJoin('tracker', 'tracker.id', 'trackerLink.trackerId')
    .select(['trackerLink.trackerId', 'trackerLink.state', 'trackerLink.error', 'trackerLink.seenVersion', 'version'])
    .where('tracker.platformId', '=', platformId)
    .execute();
  return Map.groupBy(rows, ({ trackerId }) => trackerId);
}
