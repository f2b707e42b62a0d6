import type { Kysely } from 'kysely';
import { type PackedDay, packDay, unpackDay } from '#db/packed-days.ts';
import type { PlatformDay } from '#db/queries/packed-days.ts';
import type { DirtyDay } from '#db/queries/sample-days.ts';
import type { Database } from '#db/schema.ts';
import { readDay } from './read-day.ts';
import { rollUpDay, storedRollUp } from './roll-up-day.ts';
import type { SeriesDirectory } from './series-directory.ts';

type Of = { platformId: string; directory: SeriesDirectory; asOfMs: number };
type Stored = { stored: readonly PlatformDay[]; marks: readonly DirtyDay[]; fromDay: number; toDay: number };

/**
 * The days of a platform as they were known at an instant, oldest first. As in `readDays`, a day that has news not yet
 * folded, or that got something after the instant, is rolled up anew from its samples.
 */
export async function rollUpLateDays(
  db: Kysely<Database>,
  { platformId, directory, asOfMs }: Of,
  { stored, marks, fromDay, toDay }: Stored,
): Promise<PackedDay[]> {
  const anew = new Set(marks.map(({ day }) => day).filter((day) => day >= fromDay && day <= toDay));
  for (const { day, newestMs } of stored) if (newestMs > asOfMs) anew.add(day);
  if (anew.size === 0) return [...stored];
  const isDistribution = distributionIds(directory);
  const days: PackedDay[] = stored.filter(({ day }) => !anew.has(day));
  for (const day of anew) {
    const rows = rollUpDay(day, await readDay(db, { platformIds: [platformId], day, asOfMs }), (id) =>
      isDistribution.has(id),
    );
    if (rows.length > 0) days.push(unpackDay(day, packDay(rows.map(storedRollUp))));
  }
  return days.toSorted((a, b) => a.day - b.day);
}

function distributionIds({ ids, groupOf, groups }: SeriesDirectory): Set<number> {
  return new Set([...ids].filter((_, place) => groups[groupOf[place] ?? -1]?.metric.kind === 'distribution'));
}
