import { type Kysely, type RawBuilder, sql } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import type { Database } from '../schema.ts';

export type NewSample = { atMs: number; seriesId: number; value: number };
export type Received = { receivedAtMs: number; runId: number };
export type StoredSample = NewSample & Received;

const CHUNK = 5_000;

/**
 * Appends samples to the log, inside the caller's transaction. `samples` holds each series and time once, ordered by time and
 * series (so that writers never wait for each other in a circle). Where the log has a different value at the same series and
 * time, the new one takes its place and the old one is kept as replaced; an equal value changes nothing.
 */
export async function insertSamples(db: Kysely<Database>, samples: NewSample[], received: Received): Promise<void> {
  for (let from = 0; from < samples.length; from += CHUNK) {
    await insertChunk(db, samples.slice(from, from + CHUNK), received);
  }
}

async function insertChunk(db: Kysely<Database>, samples: NewSample[], received: Received): Promise<void> {
  const rows = rowsOf(db, samples);
  const { receivedAtMs, runId } = received;
  const inserted = await sql`
    insert into "sample" ("atMs", "seriesId", "value", "receivedAtMs", "runId")
    select "atMs", "seriesId", "value", cast(${receivedAtMs} as bigint), cast(${runId} as integer) from ${rows} where true
    on conflict do nothing`.execute(db);
  if (Number(inserted.numAffectedRows) === samples.length) return;
  const differs = sql`"sample"."atMs" = "new"."atMs" and "sample"."seriesId" = "new"."seriesId"
    and "sample"."value" <> "new"."value"`;
  await sql`
    insert into "replacedSample" ("atMs", "seriesId", "value", "receivedAtMs", "runId")
    select "sample"."atMs", "sample"."seriesId", "sample"."value", "sample"."receivedAtMs", "sample"."runId"
    from "sample", ${rows} where ${differs}`.execute(db);
  await sql`
    update "sample" set "value" = "new"."value", "receivedAtMs" = ${receivedAtMs}, "runId" = ${runId}
    from ${rows} where ${differs}`.execute(db);
}

/** Many rows as one parameter (or three), as a table called "new": the one place where the two databases are written to differently. */
function rowsOf(db: Kysely<Database>, samples: NewSample[]): RawBuilder<unknown> {
  if (dialectOf(db) === 'postgres') {
    const atMs = samples.map((sample) => sample.atMs);
    const seriesId = samples.map((sample) => sample.seriesId);
    const value = samples.map((sample) => sample.value);
    return sql`unnest(${atMs}::bigint[], ${seriesId}::integer[], ${value}::double precision[])
      as "new" ("atMs", "seriesId", "value")`;
  }
  const json = JSON.stringify(samples.map(({ atMs, seriesId, value }) => [atMs, seriesId, value]));
  return sql`(select json_extract("value", '$[0]') as "atMs", json_extract("value", '$[1]') as "seriesId",
    json_extract("value", '$[2]') as "value" from json_each(${json})) as "new"`;
}

/** Keeps values that were superseded before they reached the log: the earlier ones of equal series and time in one delivery. */
export async function insertReplacedSamples(
  db: Kysely<Database>,
  samples: NewSample[],
  received: Received,
): Promise<void> {
  for (let from = 0; from < samples.length; from += CHUNK) {
    const rows = rowsOf(db, samples.slice(from, from + CHUNK));
    await sql`
      insert into "replacedSample" ("atMs", "seriesId", "value", "receivedAtMs", "runId")
      select "atMs", "seriesId", "value", cast(${received.receivedAtMs} as bigint), cast(${received.runId} as integer)
      from ${rows}`.execute(db);
  }
}

/** Where a page of samples starts: after this series at this time. */
export type SamplePosition = { atMs: number; seriesId: number };
export type SampleRange = { platformId: string; fromMs: number; untilMs: number; limit: number };

/** One page of a platform's samples in [fromMs, untilMs), by time and series. */
export function listSamples(
  db: Kysely<Database>,
  { platformId, fromMs, untilMs, limit }: SampleRange,
  after: SamplePosition | null,
): Promise<StoredSample[]> {
  return db
    .selectFrom('sample')
    .selectAll()
    .where('atMs', '>=', after?.atMs ?? fromMs)
    .where('atMs', '<', untilMs)
    .where('seriesId', 'in', (eb) => eb.selectFrom('series').select('id').where('platformId', '=', platformId))
    .$if(after !== null, (query) =>
      query.where((eb) => eb.or([eb('atMs', '>', after?.atMs ?? fromMs), eb('seriesId', '>', after?.seriesId ?? -1)])),
    )
    .orderBy('atMs')
    .orderBy('seriesId')
    .limit(limit)
    .execute();
}

/** What was replaced in [fromMs, untilMs) on a platform, oldest replacement first. */
export function listReplacedSamples(
  db: Kysely<Database>,
  { platformId, fromMs, untilMs }: Omit<SampleRange, 'limit'>,
): Promise<StoredSample[]> {
  return db
    .selectFrom('replacedSample')
    .innerJoin('series', 'series.id', 'replacedSample.seriesId')
    .select(['atMs', 'seriesId', 'value', 'receivedAtMs', 'runId'])
    .where('platformId', '=', platformId)
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .orderBy('replacedSample.id')
    .execute();
}
