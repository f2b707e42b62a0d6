import type { PackedDay } from '#db/packed-days.ts';
import type { DayRollUp } from './roll-up-day.ts';
import type { SeriesDirectory } from './series-directory.ts';

/** Roll-ups of one platform: `days` oldest first. */
export type PlatformDays = { directory: SeriesDirectory; days: readonly PackedDay[] };

/** Where the roll-ups of each group stand: `dayOf[i]` and `rowOf[i]` from `starts[group]` on. */
export type Places = { starts: Int32Array; dayOf: Int32Array; rowOf: Int32Array };

/** Sorts the roll-ups by group, the oldest first. */
export function placeDays({ directory, days }: PlatformDays): Places {
  const { groups, groupOf } = directory;
  const counts = new Int32Array(groups.length + 1);
  const groupsOfRows = days.map((day) => groupsOf(day, directory.ids, groupOf));
  for (const own of groupsOfRows)
    for (const group of own) if (group >= 0) counts[group + 1] = (counts[group + 1] ?? 0) + 1;
  for (let group = 0; group < groups.length; group++)
    counts[group + 1] = (counts[group + 1] ?? 0) + (counts[group] ?? 0);
  const total = counts[groups.length] ?? 0;
  const places = { starts: counts.slice(), dayOf: new Int32Array(total), rowOf: new Int32Array(total) };
  const next = counts;
  for (const [day, own] of groupsOfRows.entries()) {
    for (let row = 0; row < own.length; row++) {
      const group = own[row] ?? -1;
      if (group < 0) continue;
      const at = next[group] ?? 0;
      places.dayOf[at] = day;
      places.rowOf[at] = row;
      next[group] = at + 1;
    }
  }
  return places;
}

/** Both lists ascend. */
function groupsOf({ seriesId }: PackedDay, ids: Float64Array, groupOf: Int32Array): Int32Array {
  const groups = new Int32Array(seriesId.length);
  let place = 0;
  for (let row = 0; row < seriesId.length; row++) {
    const id = seriesId[row] ?? 0;
    while (place < ids.length && (ids[place] ?? 0) < id) place++;
    groups[row] = ids[place] === id ? (groupOf[place] ?? -1) : -1;
  }
  return groups;
}

/** The roll-ups of one group as objects. */
export function rollUpsOf({ days }: Pick<PlatformDays, 'days'>, places: Places, group: number): DayRollUp[] {
  const rows: DayRollUp[] = [];
  for (let at = places.starts[group] ?? 0; at < (places.starts[group + 1] ?? 0); at++) {
    const day = days[places.dayOf[at] ?? 0];
    if (day !== undefined) rows.push(rollUpAt(day, places.rowOf[at] ?? 0));
  }
  return rows;
}

function rollUpAt(of: PackedDay, row: number): DayRollUp {
  return {
    seriesId: of.seriesId[row] ?? 0,
    day: of.day,
    last: of.last[row] ?? 0,
    lastAtMs: of.lastAtMs[row] ?? 0,
    lastReceivedAtMs: of.lastReceivedAtMs[row] ?? 0,
    lastRunId: of.lastRunId[row] ?? 0,
    newestReceivedAtMs: of.newestReceivedAtMs[row] ?? 0,
    sum: of.sum[row] ?? 0,
    count: of.count[row] ?? 0,
    min: of.min[row] ?? 0,
    max: of.max[row] ?? 0,
    values: of.values === null ? null : [...valuesOf(of, row)],
  };
}

/** The values of a roll-up and how often each; none where only sums are kept. */
export function valuesOf({ values }: PackedDay, row: number): [number, number][] {
  if (values === null) return [];
  const list: [number, number][] = [];
  for (let at = values.starts[row] ?? 0; at < (values.starts[row + 1] ?? 0); at += 2) {
    list.push([values.pairs[at] ?? 0, values.pairs[at + 1] ?? 0]);
  }
  return list;
}
