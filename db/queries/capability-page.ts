import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

type Db = Kysely<Database>;

/** A capability with the name of the team that owns it. */
export function findCapabilityWithOwner(db: Db, platformId: string, key: string) {
  return db
    .selectFrom('capability')
    .leftJoin('team', 'team.id', 'capability.ownerTeamId')
    .selectAll('capability')
    .select('team.name as ownerName')
    .where('platformId', '=', platformId)
    .where('capability.key', '=', key)
    .executeTakeFirst();
}

export type MetricDay = Awaited<ReturnType<typeof listMetricDays>>[number];

/** The daily roll-ups of some metrics for a capability and for the platform as a whole, oldest first. */
export function listMetricDays(
  db: Db,
  wanted: { platformId: string; capability: string; metrics: string[]; fromDay: number },
) {
  return db
    .selectFrom('series')
    .innerJoin('sampleDay', 'sampleDay.seriesId', 'series.id')
    .select([
      'series.metric',
      'series.capability',
      'series.labels',
      'sampleDay.day',
      'sampleDay.last',
      'sampleDay.lastAtMs',
    ])
    .select(['sampleDay.sum', 'sampleDay.count', 'sampleDay.min', 'sampleDay.max', 'sampleDay.valueCounts'])
    .where('series.platformId', '=', wanted.platformId)
    .where('series.capability', 'in', [wanted.capability, ''])
    .where('series.metric', 'in', wanted.metrics)
    .where('sampleDay.day', '>=', wanted.fromDay)
    .orderBy('sampleDay.day')
    .execute();
}
