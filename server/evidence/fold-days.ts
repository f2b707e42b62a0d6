import type { Kysely } from 'kysely';
import { listPlatformsById } from '#db/queries/catalogue.ts';
import { packPlatformDay, savePackedDay } from '#db/queries/packed-days.ts';
import {
  type DirtyDay,
  deleteDirtyDay,
  findDirtyDayLocked,
  type LatestSample,
  listDirtyDaysOfMany,
  type SampleDay,
  saveLatestSamples,
  saveSampleDays,
} from '#db/queries/sample-days.ts';
import { listMetricsOfSeries } from '#db/queries/series.ts';
import type { Database } from '#db/schema.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { readDay } from './read-day.ts';
import { type DayOfSeries, rollUpDay, storedRollUp } from './roll-up-day.ts';

/** Series a transaction: few enough that nobody who writes samples waits long, and many enough that few commits are waited for. */
const SERIES_PER_TRANSACTION = 3_000;
/** Series whose samples of a day are read together, unless one platform has more: all of their values fit into memory. */
const SERIES_PER_READ = 10_000;

/** A day of a platform, rolled up: as it is kept series by series, and as a whole. */
type Folded = { mark: DirtyDay; rows: readonly SampleDay[]; whole: ReturnType<typeof packPlatformDay> };

/** The series of a platform, and whether every value of one is kept and not only the day's sum. */
type OfPlatform = { size: number; isDistribution: (seriesId: number) => boolean };

/**
 * Brings the day roll-ups and latest values of platforms up to date with their samples, and names those that had any news.
 * Reads outside of any transaction and writes in short ones, each for as many days as fit; several processes may fold at once,
 * and samples may go on arriving: a day to which something was added meanwhile simply stays marked.
 */
export async function foldDays(db: Kysely<Database>, ...platformIds: string[]): Promise<Set<string>> {
  const dirty = platformIds.length === 0 ? [] : await listDirtyDaysOfMany(db, platformIds);
  const ids = new Set(dirty.map(({ platformId }) => platformId));
  if (ids.size === 0) return ids;
  // after the marks: of what is marked by now every series is known
  const { platforms, platformOf } = await describeSeries(db, [...ids]);
  const sizeOf = ({ platformId }: DirtyDay) => platforms.get(platformId)?.size ?? 0;
  for (const marks of Map.groupBy(inOrder(dirty), ({ day }) => day).values()) {
    const known = marks.filter(({ platformId }) => platforms.has(platformId));
    for (const read of inGroups(known, sizeOf, SERIES_PER_READ)) {
      const folded = await rollUpTogether(db, read, { platforms, platformOf });
      for (const group of inGroups(folded, ({ rows }) => rows.length, SERIES_PER_TRANSACTION)) {
        await saveDays(db, group);
      }
    }
  }
  return ids;
}

/** The order in which marks are taken by whoever takes several: nobody deadlocks. */
const inOrder = (marks: readonly DirtyDay[]) =>
  marks.toSorted((a, b) => a.day - b.day || (a.platformId < b.platformId ? -1 : 1));

/** Neighbours together as long as their sizes add up to no more than `most`; what is larger stands alone. */
function inGroups<T>(list: readonly T[], sizeOf: (one: T) => number, most: number): T[][] {
  const groups: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const one of list) {
    size += sizeOf(one);
    if (size <= most) groups.at(-1)?.push(one);
    else {
      groups.push([one]);
      size = sizeOf(one);
    }
  }
  return groups;
}

type Known = { platforms: ReadonlyMap<string, OfPlatform>; platformOf: ReadonlyMap<number, string> };

async function describeSeries(db: Kysely<Database>, platformIds: readonly string[]): Promise<Known> {
  const series = await listMetricsOfSeries(db, platformIds);
  const own = Map.groupBy(series, ({ platformId }) => platformId);
  const platforms = new Map<string, OfPlatform>();
  for (const platform of await listPlatformsById(db, platformIds)) {
    const { metrics } = rubricOf(platform);
    const mine = own.get(platform.id) ?? [];
    const kept = mine.filter(({ metric }) => metrics.get(metric)?.kind === 'distribution');
    const ids = new Set(kept.map(({ id }) => id));
    platforms.set(platform.id, { size: mine.length, isDistribution: (id) => ids.has(id) });
  }
  return { platforms, platformOf: new Map(series.map(({ id, platformId }) => [id, platformId])) };
}

/** One day of some platforms, gone through once for all of them. */
async function rollUpTogether(
  db: Kysely<Database>,
  marks: readonly DirtyDay[],
  { platforms, platformOf }: Known,
): Promise<Folded[]> {
  const byPlatform = new Map<string, DayOfSeries>(marks.map(({ platformId }) => [platformId, new Map()]));
  const platformIds = [...byPlatform.keys()];
  const [first] = marks;
  if (first === undefined) return [];
  const samples = await readDay(db, { platformIds, day: first.day, asOfMs: Number.MAX_SAFE_INTEGER });
  // a series that is not known came after the mark, so that the day stays marked
  for (const [id, values] of samples) byPlatform.get(platformOf.get(id) ?? '')?.set(id, values);
  return marks.map((mark) => {
    const { platformId, day } = mark;
    const isDistribution = platforms.get(platformId)?.isDistribution ?? (() => false);
    const rows = rollUpDay(day, byPlatform.get(platformId) ?? new Map(), isDistribution).map(storedRollUp);
    return { mark, rows, whole: packPlatformDay(platformId, day, rows) };
  });
}

/** Several days of few series in one transaction, one of many series in several. */
async function saveDays(db: Kysely<Database>, days: readonly Folded[]): Promise<void> {
  const [first] = days;
  if (first === undefined) return;
  const parts = Math.max(1, Math.ceil(first.rows.length / SERIES_PER_TRANSACTION));
  for (let part = 1; part < parts; part++) {
    const from = (part - 1) * SERIES_PER_TRANSACTION;
    if (!(await savePart(db, first.mark, first.rows.slice(from, from + SERIES_PER_TRANSACTION)))) return;
  }
  const rest = { ...first, rows: first.rows.slice((parts - 1) * SERIES_PER_TRANSACTION) };
  await saveWhole(db, [rest, ...days.slice(1)]);
}

/** False when another fold was faster: it may have read more than we did. */
function savePart(db: Kysely<Database>, mark: DirtyDay, rows: readonly SampleDay[]): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if ((await findDirtyDayLocked(trx, mark)) === undefined) return false;
    await saveRows(trx, rows);
    return true;
  });
}

/** The last rows of each day, and then the day is no longer marked. What another fold has done already is left alone. */
async function saveWhole(db: Kysely<Database>, days: readonly Folded[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const open: (Folded & { version: number })[] = [];
    for (const day of days) {
      const current = await findDirtyDayLocked(trx, day.mark);
      if (current !== undefined) open.push({ ...day, version: current.version });
    }
    await saveRows(
      trx,
      open.flatMap(({ rows }) => rows),
    );
    for (const { mark, whole, version } of open) {
      if (whole !== null) await savePackedDay(trx, whole);
      if (version === mark.version) await deleteDirtyDay(trx, mark);
    }
  });
}

/** Roll-ups, the older ones of a series first. */
async function saveRows(trx: Kysely<Database>, rows: readonly SampleDay[]): Promise<void> {
  await saveSampleDays(trx, rows);
  const latest = new Map<number, LatestSample>();
  for (const { seriesId, last, lastAtMs, lastReceivedAtMs, lastRunId } of rows) {
    latest.set(seriesId, {
      ...{ seriesId, value: last, atMs: lastAtMs, receivedAtMs: lastReceivedAtMs, runId: lastRunId },
    });
  }
  await saveLatestSamples(trx, [...latest.values()]);
}
