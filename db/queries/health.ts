import { type Kysely, sql } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import type { Database } from '../schema.ts';

/** Jobs by kind and state, and since when the oldest ready one waits. */
export async function countJobs(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('job')
    .select((eb) => ['kind', 'state', eb.fn.countAll<number>().as('count'), eb.fn.min('runAtMs').as('oldestMs')])
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute();
  const waiting = rows.flatMap(({ state, oldestMs }) => (state === 'ready' ? [oldestMs] : []));
  return {
    byState: rows.map(({ kind, state, count }) => ({ kind, state, count })),
    oldestReadyMs: waiting.length === 0 ? null : Math.min(...waiting),
  };
}

/** Samples of the runs since an instant, by kind of source. */
export function countSamples(db: Kysely<Database>, sinceMs: number) {
  return (
    db
      .selectFrom('sourceRun')
      .select((eb) => [
        'source',
        eb.fn.sum<number>('accepted').as('accepted'),
        eb.fn.sum<number>('rejected').as('rejected'),
      ])
      .where('startedAtMs', '>=', sinceMs)
      // every platform, so that the index by platform and time serves
      .where((eb) =>
        eb.or([eb('platformId', 'in', eb.selectFrom('platform').select('platform.id')), eb('platformId', 'is', null)]),
      )
      .groupBy('source')
      .orderBy('source')
      .execute()
  );
}

/** The sources that are in use, with the error of the newest run of each. */
export function listSourceStates(db: Kysely<Database>) {
  return db
    .selectFrom('source')
    .innerJoin('platform', 'platform.id', 'source.platformId')
    .select((eb) => [
      'platform.key as platform',
      'source.name as source',
      'source.lastRunAtMs',
      eb
        .selectFrom('sourceRun')
        .select('sourceRun.error')
        .whereRef('sourceRun.sourceId', '=', 'source.id')
        .orderBy('sourceRun.startedAtMs', 'desc')
        .limit(1)
        .as('error'),
    ])
    .where('source.deletedAt', 'is', null)
    .where('source.state', '=', 'active')
    .orderBy('platform.key')
    .orderBy('source.name')
    .execute();
}

export function countDeliveries(db: Kysely<Database>) {
  return db
    .selectFrom('delivery')
    .select((eb) => ['channel', 'state', eb.fn.countAll<number>().as('count')])
    .groupBy(['channel', 'state'])
    .orderBy('channel')
    .orderBy('state')
    .execute();
}

/** Bytes that the database takes on its disk. */
export async function measureDatabase(db: Kysely<Database>): Promise<number> {
  const query =
    dialectOf(db) === 'postgres'
      ? sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`
      : sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`;
  return (await query.execute(db)).rows[0]?.bytes ?? 0;
}

/** Whether the database takes changes: a standby of PostgreSQL, or one set to read only, does not. */
export async function isWritable(db: Kysely<Database>): Promise<boolean> {
  if (dialectOf(db) === 'sqlite') return true;
  const { rows } = await sql<{ setting: string }>`
    select current_setting('transaction_read_only') as setting`.execute(db);
  return rows[0]?.setting === 'off';
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
