import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** Jobs by state, and since when the oldest ready one waits. */
export async function countJobs(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('job')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count'), eb.fn.min('runAtMs').as('oldestMs')])
    .groupBy('state')
    .execute();
  return {
    byState: rows.map(({ state, count }) => ({ state, count })),
    oldestReadyMs: rows.find(({ state }) => state === 'ready')?.oldestMs ?? null,
  };
}

export function listScorecardTimes(db: Kysely<Database>) {
  return db
    .selectFrom('platform')
    .leftJoin('currentScorecard', 'currentScorecard.platformId', 'platform.id')
    .select(['platform.key', 'asOf', 'error'])
    .orderBy('platform.key')
    .execute();
}

/** Whether anybody has begun to use this database: it holds a platform or a person. */
export async function hasContent(db: Kysely<Database>): Promise<boolean> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  for (const table of ['platform', 'user'] as const) {
    if (!tables.includes(table)) continue;
    if ((await db.selectFrom(table).select('id').limit(1).executeTakeFirst()) !== undefined) return true;
  }
  return false;
}
