import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import { markDirtyDays } from '#db/queries/sample-days.ts';
import { insertReplacedSamples, insertSamples, type NewSample, type Received } from '#db/queries/samples.ts';
import { findOrInsertSeries } from '#db/queries/series.ts';
import type { Database } from '#db/schema.ts';
import { dayOf } from '#rubrics/evidence/days.ts';
import type { CheckedSample } from './check-samples.ts';

const MOST_KNOWN_SERIES = 50_000;
/** Ids of series that are known to be stored; a series never changes and is never deleted. */
const known = new WeakMap<Kysely<Database>, Map<string, number>>();

/** The samples with the ids of their series; new series are made, in a transaction of their own. */
export async function findSeriesIds(db: Kysely<Database>, samples: CheckedSample[]): Promise<NewSample[]> {
  const ids = known.get(db) ?? new Map<string, number>();
  known.set(db, ids);
  if (ids.size > MOST_KNOWN_SERIES) ids.clear();
  const missing = new Map<string, CheckedSample>();
  const keys = samples.map((sample) => {
    const key = seriesKey(sample);
    if (!ids.has(key)) missing.set(key, sample);
    return key;
  });
  if (missing.size > 0) await learnSeries(db, missing, ids);
  return samples.map(({ atMs, value }, index) => ({ atMs, value, seriesId: ids.get(keys[index] ?? '') ?? -1 }));
}

const seriesKey = ({ platformId, metric, capability, team, labels }: CheckedSample) =>
  `${platformId}\n${metric}\n${capability}\n${team}\n${labels}`;

async function learnSeries(
  db: Kysely<Database>,
  missing: Map<string, CheckedSample>,
  ids: Map<string, number>,
): Promise<void> {
  const learned = await db.transaction().execute(async (trx) => {
    const found: [string, number][] = [];
    // in one order everywhere, so that two writers with the same new series cannot deadlock
    for (const [key, sample] of [...missing].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const { platformId, metric, capability, team, labels } = sample;
      found.push([key, await findOrInsertSeries(trx, { platformId, metric, capability, team, labels })]);
    }
    return found;
  });
  for (const [key, id] of learned) ids.set(key, id);
}

/**
 * Writes samples of one platform into the log, inside the caller's transaction, and marks their days for folding. Of equal
 * series and time, the last one counts and the others are kept as replaced.
 */
export async function writeSamples(
  trx: Kysely<Database>,
  { platformId, samples }: { platformId: string; samples: NewSample[] },
  received: Received,
): Promise<void> {
  const ordered = samples.toSorted((a, b) => a.atMs - b.atMs || a.seriesId - b.seriesId);
  const kept: NewSample[] = [];
  const replaced: NewSample[] = [];
  for (const [index, sample] of ordered.entries()) {
    const next = ordered[index + 1];
    const isLast = next?.atMs !== sample.atMs || next.seriesId !== sample.seriesId;
    if (isLast) kept.push(sample);
    else replaced.push(sample);
  }
  await insertSamples(trx, kept, received);
  if (replaced.length > 0) await insertReplacedSamples(trx, replaced, received);
  const days = new Set(kept.map(({ atMs }) => dayOf(atMs)));
  const mark = { platformId, sinceMs: received.receivedAtMs, version: randomInt(2 ** 47) };
  await markDirtyDays(
    trx,
    [...days].map((day) => ({ day, ...mark })),
  );
}
