import type { Kysely, Selectable } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import type { Database, DirtyDayTable, LatestSampleTable, SampleDayTable } from '../schema.ts';
import { writeMany } from './write-many.ts';

export type SampleDay = Selectable<SampleDayTable>;
export type LatestSample = Selectable<LatestSampleTable>;
export type DirtyDay = Selectable<DirtyDayTable>;

const dayColumns = (row: SampleDay): SampleDay => ({
  ...{ seriesId: row.seriesId, day: row.day, last: row.last, lastAtMs: row.lastAtMs },
  ...{ lastReceivedAtMs: row.lastReceivedAtMs, lastRunId: row.lastRunId, newestReceivedAtMs: row.newestReceivedAtMs },
  ...{ sum: row.sum, count: row.count, min: row.min, max: row.max, valueCounts: row.valueCounts },
});
const latestColumns = ({ seriesId, value, atMs, receivedAtMs, runId }: LatestSample): LatestSample => {
  return { seriesId, value, atMs, receivedAtMs, runId };
};

/** Marks days as out of date, in the transaction that wrote their samples. Always in the same order, so that writers cannot deadlock. */
export async function markDirtyDays(db: Kysely<Database>, days: DirtyDay[]): Promise<void> {
  const ordered = days.toSorted((a, b) => a.day - b.day || (a.platformId < b.platformId ? -1 : 1));
  for (const row of ordered) {
    await db
      .insertInto('dirtyDay')
      .values(row)
      // an update even though it is marked already: it locks the mark, so that a fold cannot clear it before we commit
      .onConflict((conflict) => conflict.columns(['day', 'platformId']).doUpdateSet({ version: row.version }))
      .execute();
  }
}

export function listDirtyDays(db: Kysely<Database>, platformId: string): Promise<DirtyDay[]> {
  return db.selectFrom('dirtyDay').selectAll().where('platformId', '=', platformId).orderBy('day').execute();
}

export function listDirtyDaysOfMany(db: Kysely<Database>, platformIds: readonly string[]): Promise<DirtyDay[]> {
  return db.selectFrom('dirtyDay').selectAll().where('platformId', 'in', platformIds).orderBy('day').execute();
}

/** The mark of a day, held until the transaction ends; undefined when somebody else has folded the day. */
export function findDirtyDayLocked(
  db: Kysely<Database>,
  { day, platformId }: Pick<DirtyDay, 'day' | 'platformId'>,
): Promise<DirtyDay | undefined> {
  return db
    .selectFrom('dirtyDay')
    .selectAll()
    .where('day', '=', day)
    .where('platformId', '=', platformId)
    .$if(dialectOf(db) === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}

export async function deleteDirtyDay(
  db: Kysely<Database>,
  { day, platformId }: Pick<DirtyDay, 'day' | 'platformId'>,
): Promise<void> {
  await db.deleteFrom('dirtyDay').where('day', '=', day).where('platformId', '=', platformId).execute();
}

/** Stores roll-ups: one a series and day. In the order of their series, so that nobody deadlocks. */
export async function saveSampleDays(db: Kysely<Database>, rows: readonly SampleDay[]): Promise<void> {
  const statement = (part: readonly SampleDay[]) =>
    db
      .insertInto('sampleDay')
      .values([...part])
      .onConflict((conflict) =>
        conflict.columns(['seriesId', 'day']).doUpdateSet((eb) => ({
          last: eb.ref('excluded.last'),
          lastAtMs: eb.ref('excluded.lastAtMs'),
          lastReceivedAtMs: eb.ref('excluded.lastReceivedAtMs'),
          lastRunId: eb.ref('excluded.lastRunId'),
          newestReceivedAtMs: eb.ref('excluded.newestReceivedAtMs'),
          sum: eb.ref('excluded.sum'),
          count: eb.ref('excluded.count'),
          min: eb.ref('excluded.min'),
          max: eb.ref('excluded.max'),
          valueCounts: eb.ref('excluded.valueCounts'),
        })),
      );
  await writeMany(db, { name: 'sampleDay', columns: dayColumns, statement }, inOrder(rows));
}

/** Keeps the newest value of each series, which are there once each; an older one changes nothing. */
export async function saveLatestSamples(db: Kysely<Database>, rows: readonly LatestSample[]): Promise<void> {
  const statement = (part: readonly LatestSample[]) =>
    db
      .insertInto('latestSample')
      .values([...part])
      .onConflict((conflict) =>
        conflict
          .column('seriesId')
          .doUpdateSet((eb) => ({
            atMs: eb.ref('excluded.atMs'),
            value: eb.ref('excluded.value'),
            receivedAtMs: eb.ref('excluded.receivedAtMs'),
            runId: eb.ref('excluded.runId'),
          }))
          .whereRef('excluded.atMs', '>=', 'latestSample.atMs'),
      );
  await writeMany(db, { name: 'latestSample', columns: latestColumns, statement }, inOrder(rows));
}

const inOrder = <Row extends { seriesId: number }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => a.seriesId - b.seriesId);

/** The roll-ups of a platform's series from one day to another, both included. */
export function listSampleDays(
  db: Kysely<Database>,
  { platformId, fromDay, toDay }: { platformId: string; fromDay: number; toDay: number },
): Promise<SampleDay[]> {
  return db
    .selectFrom('series')
    .innerJoin('sampleDay', 'sampleDay.seriesId', 'series.id')
    .selectAll('sampleDay')
    .where('platformId', '=', platformId)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .execute();
}

/** The days on which there is something of some metrics of a platform. */
export async function listDaysOfMetrics(
  db: Kysely<Database>,
  platformId: string,
  metrics: string[],
): Promise<number[]> {
  if (metrics.length === 0) return [];
  const rows = await db
    .selectFrom('series')
    .innerJoin('sampleDay', 'sampleDay.seriesId', 'series.id')
    .select('day')
    .distinct()
    .where('platformId', '=', platformId)
    .where('metric', 'in', metrics)
    .execute();
  return rows.map(({ day }) => day);
}

/** The roll-ups of some metrics up to a day: what is left of them when nothing newer is there. */
export function listOldSampleDays(
  db: Kysely<Database>,
  { platformId, metrics, toDay }: { platformId: string; metrics: string[]; toDay: number },
): Promise<SampleDay[]> {
  if (metrics.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('series')
    .innerJoin('sampleDay', 'sampleDay.seriesId', 'series.id')
    .selectAll('sampleDay')
    .where('platformId', '=', platformId)
    .where('metric', 'in', metrics)
    .where('day', '<=', toDay)
    .execute();
}
