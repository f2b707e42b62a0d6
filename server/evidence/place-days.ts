import { numberAt, type PackedDay } from '#db/packed-days.ts';
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
      const place = next[group] ?? 0;
      places.dayOf[place] = day;
      places.rowOf[place] = row;
      next[group] = place + 1;
    }
  }
  return places;
}

/** Both lists ascend. */
function groupsOf({ rows, seriesId }: PackedDay, ids: Float64Array, groupOf: Int32Array): Int32Array {
  const groups = new Int32Array(rows);
  let place = 0;
  for (let row = 0; row < rows; row++) {
    const id = numberAt(seriesId, row);
    while (place < ids.length && (ids[place] ?? 0) < id) place++;
    groups[row] = ids[place] === id ? (groupOf[place] ?? -1) : -1;
  }
  return groups;
}

/** The roll-ups of one group as objects. */
export function rollUpsOf({ days }: Pick<PlatformDays, 'days'>, places: Places, group: number): DayRollUp[] {
  const rows: DayRollUp[] = [];
  for (let place = places.starts[group] ?? 0; place < (places.starts[group + 1] ?? 0); place++) {
    const day = days[places.dayOf[place] ?? 0];
    if (day !== undefined) rows.push(rollUpAt(day, places.rowOf[place] ?? 0));
  }
  return rows;
}

function rollUpAt(of: PackedDay, row: number): DayRollUp {
  return {
    seriesId: numberAt(of.seriesId, row),
    day: of.day,
    last: numberAt(of.last, row),
    lastAtMs: numberAt(of.lastAtMs, row),
    lastReceivedAtMs: numberAt(of.lastReceivedAtMs, row),
    lastRunId: numberAt(of.lastRunId, row),
    newestReceivedAtMs: numberAt(of.newestReceivedAtMs, row),
    sum: numberAt(of.sum, row),
    count: numberAt(of.count, row),
    min: numberAt(of.min, row),
    max: numberAt(of.max, row),
    values: of.values === null ? null : [...valuesOf(of, row)],
  };
}

/** The values of a roll-up and how often each; none where only sums are kept. */
export function valuesOf({ values }: PackedDay, row: number): [number, number][] {
  if (values === null) return [];
  const list: [number, number][] = [];
  for (let i = values.starts[row] ?? 0; i < (values.starts[row + 1] ?? 0); i += 2) {
    list.push([values.pairs[i] ?? 0, values.pairs[i + 1] ?? 0]);
  }
  return list;
}
