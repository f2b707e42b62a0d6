import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { SourceRun } from './source-runs.ts';

export type LatestOfSeries = {
  id: number;
  metric: string;
  capability: string;
  team: string;
  labels: string;
  atMs: number;
  value: number;
  receivedAtMs: number;
  source: string;
  origin: string;
};

/** The newest value of each series of a platform (or of one of its metrics) and where it came from, newest first. */
export function listLatest(
  db: Kysely<Database>,
  { platformId, metric }: { platformId: string; metric?: string },
): Promise<LatestOfSeries[]> {
  return db
    .selectFrom('series')
    .innerJoin('latestSample', 'latestSample.seriesId', 'series.id')
    .innerJoin('sourceRun', 'sourceRun.id', 'latestSample.runId')
    .select(['series.id', 'metric', 'capability', 'team', 'labels', 'atMs', 'value', 'receivedAtMs'])
    .select(['source', 'origin'])
    .where('series.platformId', '=', platformId)
    .$if(metric !== undefined, (query) => query.where('metric', '=', metric ?? ''))
    .orderBy('atMs', 'desc')
    .orderBy('capability')
    .orderBy('team')
    .orderBy('labels')
    .execute();
}

export type DayWithRun = {
  day: number;
  last: number;
  lastAtMs: number;
  lastReceivedAtMs: number;
  sum: number;
  count: number;
  min: number;
  max: number;
  source: string;
  origin: string;
};

/** The newest days of one series, each with where its last value came from. */
export function listDaysOfSeries(db: Kysely<Database>, seriesId: number, limit: number): Promise<DayWithRun[]> {
  return db
    .selectFrom('sampleDay')
    .innerJoin('sourceRun', 'sourceRun.id', 'sampleDay.lastRunId')
    .select(['day', 'last', 'lastAtMs', 'lastReceivedAtMs', 'sum', 'count', 'min', 'max', 'source', 'origin'])
    .where('seriesId', '=', seriesId)
    .orderBy('day', 'desc')
    .limit(limit)
    .execute();
}

/** The newest deliveries of which a value of this metric still counts as the last of its day. */
export function listRunsOfMetric(
  db: Kysely<Database>,
  { platformId, metric, limit }: { platformId: string; metric: string; limit: number },
): Promise<SourceRun[]> {
  return db
    .selectFrom('sourceRun')
    .selectAll()
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('series')
        .innerJoin('sampleDay', 'sampleDay.seriesId', 'series.id')
        .select('lastRunId')
        .where('series.platformId', '=', platformId)
        .where('metric', '=', metric),
    )
    .orderBy('startedAtMs', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Days whose values have arrived and are not yet in the roll-ups. */
export async function countDirtyDays(db: Kysely<Database>, platformId: string): Promise<number> {
  const { count } = await db
    .selectFrom('dirtyDay')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('platformId', '=', platformId)
    .executeTakeFirstOrThrow();
  return count;
}
