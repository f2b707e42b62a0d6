import { CompiledQuery, type Kysely, sql } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import type { Database } from '../schema.ts';

export type NewSample = { atMs: number; seriesId: number; value: number };
export type Received = { receivedAtMs: number; runId: number };
export type StoredSample = NewSample & Received;

/** Rows a statement: the arrays of PostgreSQL may be long, SQLite binds each value of its VALUES. */
const CHUNK = { postgres: 5_000, sqlite: 100 } as const;

/**
 * Appends samples to the log, inside the caller's transaction. `samples` holds each series and time once, ordered by time and
 * series (so that writers never wait for each other in a circle). Where the log has a different value at the same series and
 * time, the new one takes its place and the old one is kept as replaced; an equal value changes nothing.
 */
export async function insertSamples(db: Kysely<Database>, samples: NewSample[], received: Received): Promise<void> {
  const size = CHUNK[dialectOf(db)];
  for (let from = 0; from < samples.length; from += size) {
    const chunk = samples.slice(from, from + size);
    const rows = newRows(db, chunk, received);
    const inserted = await db.executeQuery(
      CompiledQuery.raw(`insert into "sample" ${COLUMNS} ${rows.sql} on conflict do nothing`, rows.parameters),
    );
    if (Number(inserted.numAffectedRows) < chunk.length) await replaceSamples(db, rows);
  }
}

async function replaceSamples(db: Kysely<Database>, { sql, parameters }: NewRows): Promise<void> {
  const fresh = `with "new" ${COLUMNS} as (${sql})`;
  const differs = `"sample"."atMs" = "new"."atMs" and "sample"."seriesId" = "new"."seriesId"
    and "sample"."value" <> "new"."value"`;
  await db.executeQuery(
    CompiledQuery.raw(
      `${fresh} insert into "replacedSample" ${COLUMNS} select "sample".* from "sample", "new" where ${differs}`,
      parameters,
    ),
  );
  await db.executeQuery(
    CompiledQuery.raw(
      `${fresh} update "sample" set "value" = "new"."value", "receivedAtMs" = "new"."receivedAtMs", "runId" = "new"."runId"
       from "new" where ${differs}`,
      parameters,
    ),
  );
}

const COLUMNS = '("atMs", "seriesId", "value", "receivedAtMs", "runId")';
type NewRows = { sql: string; parameters: unknown[] };

/**
 * Many rows for one statement: the one place where the two databases are written to differently. The text depends on nothing
 * but the number of rows; every value is bound. Kysely's own builder would take longer than SQLite itself.
 */
function newRows(db: Kysely<Database>, samples: NewSample[], { receivedAtMs, runId }: Received): NewRows {
  if (dialectOf(db) === 'postgres') {
    const columns = [
      samples.map((sample) => sample.atMs),
      samples.map((sample) => sample.seriesId),
      samples.map((sample) => sample.value),
    ];
    return {
      sql: `select *, $4::bigint, $5::integer from unnest($1::bigint[], $2::integer[], $3::double precision[])`,
      parameters: [...columns, receivedAtMs, runId],
    };
  }
  const parameters: unknown[] = [];
  for (const { atMs, seriesId, value } of samples) parameters.push(atMs, seriesId, value, receivedAtMs, runId);
  return { sql: `values ${Array(samples.length).fill('(?, ?, ?, ?, ?)').join(', ')}`, parameters };
}

/** Keeps values that were superseded before they reached the log: the earlier ones of equal series and time in one delivery. */
export async function insertReplacedSamples(
  db: Kysely<Database>,
  samples: NewSample[],
  received: Received,
): Promise<void> {
  const size = CHUNK[dialectOf(db)];
  for (let from = 0; from < samples.length; from += size) {
    const { sql, parameters } = newRows(db, samples.slice(from, from + size), received);
    await db.executeQuery(CompiledQuery.raw(`insert into "replacedSample" ${COLUMNS} ${sql}`, parameters));
  }
}

/** Where a page of samples starts: after this series at this time. */
export type SamplePosition = { atMs: number; seriesId: number };
export type SampleRange = { platformIds: readonly string[]; fromMs: number; untilMs: number; limit: number };

/**
 * One page of the samples of platforms in [fromMs, untilMs), by time and series. The log is in the order of time: for one platform
 * as much of it is gone through as for many.
 */
export function listSamples(
  db: Kysely<Database>,
  { platformIds, fromMs, untilMs, limit }: SampleRange,
  after: SamplePosition | null,
): Promise<StoredSample[]> {
  return db
    .selectFrom('sample')
    .selectAll()
    .where('atMs', '>=', after?.atMs ?? fromMs)
    .where('atMs', '<', untilMs)
    .where('seriesId', 'in', (eb) => eb.selectFrom('series').select('id').where('platformId', 'in', platformIds))
    .$if(after !== null, (query) =>
      query.where((eb) => eb.or([eb('atMs', '>', after?.atMs ?? fromMs), eb('seriesId', '>', after?.seriesId ?? -1)])),
    )
    .orderBy('atMs')
    .orderBy('seriesId')
    .limit(limit)
    .execute();
}

/** The instants of which there are samples in [fromMs, untilMs), ascending, at most `limit`: found by leaps, not by going through. */
export async function listInstants(
  db: Kysely<Database>,
  { fromMs, untilMs, limit }: Omit<SampleRange, 'platformIds'>,
): Promise<number[]> {
  const rows = await db
    .withRecursive('instant', (cte) =>
      cte
        .selectFrom('sample')
        .select((eb) => eb.fn.min<number | null>('atMs').as('atMs'))
        .where('atMs', '>=', fromMs)
        .where('atMs', '<', untilMs)
        .unionAll(
          cte
            .selectFrom('instant')
            .select((eb) =>
              eb
                .selectFrom('sample')
                .select((min) => min.fn.min<number | null>('sample.atMs').as('atMs'))
                .whereRef('sample.atMs', '>', 'instant.atMs')
                .where('sample.atMs', '<', untilMs)
                .as('atMs'),
            )
            .where('instant.atMs', 'is not', null),
        ),
    )
    .selectFrom('instant')
    .select('atMs')
    .limit(limit)
    .execute();
  return rows.flatMap(({ atMs }) => atMs ?? []);
}

/** How many series some platforms have, and between which ids they stand. */
export type SeriesStretch = { count: number; first: number | null; last: number | null };

export function findSeriesStretch(db: Kysely<Database>, platformIds: readonly string[]): Promise<SeriesStretch> {
  return db
    .selectFrom('series')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min<number | null>('id').as('first'),
      fn.max<number | null>('id').as('last'),
    ])
    .where('platformId', 'in', platformIds)
    .executeTakeFirstOrThrow();
}

type SamplesAt = { platformIds: readonly string[]; stretch: SeriesStretch; instants: readonly number[] };

/** The samples of platforms at some instants, by time and series: of each instant only the stretch of their series is gone through. */
export function listSamplesAt(
  db: Kysely<Database>,
  { platformIds, stretch, instants }: SamplesAt,
): Promise<StoredSample[]> {
  return (
    db
      .selectFrom('sample')
      .selectAll()
      .where('atMs', 'in', instants)
      .where('seriesId', '>=', stretch.first ?? 0)
      .where('seriesId', '<=', stretch.last ?? -1)
      // as a sum, so that the stretch is gone through once and not looked up series by series
      .where(sql<number>`"seriesId" + 0`, 'in', (eb) =>
        eb.selectFrom('series').select('id').where('platformId', 'in', platformIds),
      )
      .orderBy('atMs')
      .orderBy('seriesId')
      .execute()
  );
}

/** What was replaced in [fromMs, untilMs) on platforms, oldest replacement first. */
export function listReplacedSamples(
  db: Kysely<Database>,
  { platformIds, fromMs, untilMs }: Omit<SampleRange, 'limit'>,
): Promise<StoredSample[]> {
  return db
    .selectFrom('replacedSample')
    .innerJoin('series', 'series.id', 'replacedSample.seriesId')
    .select(['atMs', 'seriesId', 'value', 'receivedAtMs', 'runId'])
    .where('platformId', 'in', platformIds)
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .orderBy('replacedSample.id')
    .execute();
}
