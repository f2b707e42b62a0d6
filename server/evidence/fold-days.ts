import type { Kysely } from 'kysely';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { packPlatformDay, savePackedDay } from '#db/queries/packed-days.ts';
import {
  type DirtyDay,
  deleteDirtyDay,
  findDirtyDayLocked,
  listDirtyDays,
  type SampleDay,
  saveLatestSamples,
  saveSampleDays,
} from '#db/queries/sample-days.ts';
import { listSeries } from '#db/queries/series.ts';
import type { Database } from '#db/schema.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { distributionSeries } from './distribution-series.ts';
import { readDay } from './read-day.ts';
import { type DayRollUp, rollUpDay, storedRollUp } from './roll-up-day.ts';

/** Series a transaction: few enough that nobody who writes samples waits long. */
const SERIES_PER_TRANSACTION = 1_000;

/**
 * Brings a platform's day roll-ups and latest values up to date with its samples. Reads outside of any transaction and writes
 * in short ones; several processes may fold at once, and samples may go on arriving: a day to which something was added
 * meanwhile simply stays marked.
 */
export async function foldDays(db: Kysely<Database>, platformId: string): Promise<void> {
  const dirty = await listDirtyDays(db, platformId);
  if (dirty.length === 0) return;
  const platform = await findPlatformById(db, platformId);
  if (platform === undefined) return;
  const isDistribution = distributionSeries(await listSeries(db, platformId), rubricOf(platform));
  for (const mark of dirty) {
    const series = await readDay(db, { platformId, day: mark.day, asOfMs: Number.MAX_SAFE_INTEGER });
    await saveDay(db, mark, rollUpDay(mark.day, series, isDistribution));
  }
}

async function saveDay(db: Kysely<Database>, mark: DirtyDay, rollUps: DayRollUp[]): Promise<void> {
  const rows = rollUps.map(storedRollUp);
  const whole = packPlatformDay(mark.platformId, mark.day, rows);
  for (let from = 0; ; from += SERIES_PER_TRANSACTION) {
    const isLast = from + SERIES_PER_TRANSACTION >= rows.length;
    const part = rows.slice(from, from + SERIES_PER_TRANSACTION);
    const goOn = await savePart(db, mark, { part, whole, isLast });
    if (isLast || !goOn) return;
  }
}

type Part = { part: SampleDay[]; whole: ReturnType<typeof packPlatformDay>; isLast: boolean };

/** `whole` is kept with the last part. False when another fold was faster: it may have read more than we did. */
function savePart(db: Kysely<Database>, mark: DirtyDay, { part, whole, isLast }: Part): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const current = await findDirtyDayLocked(trx, mark);
    if (current === undefined) return false;
    await saveSampleDays(trx, part);
    await saveLatestSamples(
      trx,
      part.map(({ seriesId, last, lastAtMs, lastReceivedAtMs, lastRunId }) => ({
        seriesId,
        value: last,
        atMs: lastAtMs,
        receivedAtMs: lastReceivedAtMs,
        runId: lastRunId,
      })),
    );
    if (!isLast) return true;
    if (whole !== null) await savePackedDay(trx, whole);
    if (current.version === mark.version) await deleteDirtyDay(trx, mark);
    return true;
  });
}
