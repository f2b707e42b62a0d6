import type { Kysely } from 'kysely';
import { z } from 'zod';
import { listDirtyDays, type SampleDay } from '#db/queries/sample-days.ts';
import type { Database } from '#db/schema.ts';
import { readDay } from './read-day.ts';
import { type DayRollUp, rollUpDay } from './roll-up-day.ts';

export type DaysQuery = {
  platformId: string;
  fromDay: number;
  toDay: number;
  asOfMs: number;
  isDistribution: (seriesId: number) => boolean;
};

/**
 * Roll-ups of a platform's series as they were known at an instant. A stored roll-up is used where it says just that; a day
 * that has news not yet folded, that got something after the instant, or that was kept for a rubric to which the values of a
 * metric did not count each, is rolled up anew from its samples.
 */
export async function readDays(
  db: Kysely<Database>,
  query: DaysQuery,
  listStored: () => Promise<SampleDay[]>,
): Promise<DayRollUp[]> {
  const { platformId, fromDay, toDay, asOfMs, isDistribution } = query;
  // the marks first: a day that is folded between the two reads is then only rolled up once too often
  const dirty = await listDirtyDays(db, platformId);
  const rows = await listStored();
  const anew = new Set(dirty.map(({ day }) => day).filter((day) => day >= fromDay && day <= toDay));
  for (const { day, seriesId, lastAtMs, newestReceivedAtMs, valueCounts } of rows) {
    if (lastAtMs > asOfMs || newestReceivedAtMs > asOfMs) anew.add(day);
    if (valueCounts === null && isDistribution(seriesId)) anew.add(day);
  }
  const days = rows.filter(({ day }) => !anew.has(day)).map(rollUpOf);
  for (const day of anew) {
    days.push(...rollUpDay(day, await readDay(db, { platformIds: [platformId], day, asOfMs }), isDistribution));
  }
  return days;
}

const valueCountsSchema = z.array(z.tuple([z.number(), z.int()]));

/** A stored roll-up as it was computed. */
function rollUpOf({ valueCounts, ...row }: SampleDay): DayRollUp {
  return { ...row, values: valueCounts === null ? null : valueCountsSchema.parse(JSON.parse(valueCounts)) };
}
