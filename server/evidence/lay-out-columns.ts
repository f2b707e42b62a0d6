import type { DayColumns, Series } from '#rubrics/evidence/day-columns.ts';
import type { CombinedDay } from './combine-series.ts';
import { type Places, type PlatformDays, valuesOf } from './place-days.ts';

type Values = readonly [number, number][];

export type LaidColumns = { columns: DayColumns; series: Map<string, Series[]> };

type Given = PlatformDays & {
  places: Places;
  /** of the groups that are not taken from the packed days as they are: their days */
  combined: ReadonlyMap<number, CombinedDay[]>;
  /** of each group the id of the source of its newest value */
  sourceOf: (group: number) => string;
};

/** Columns for scoring, as `layOutDays` makes them of a bundle with the same days. */
export function layOutColumns(given: Given): LaidColumns {
  const { directory, days, places, combined, sourceOf } = given;
  const lengthOf = (group: number) =>
    combined.get(group)?.length ?? (places.starts[group + 1] ?? 0) - (places.starts[group] ?? 0);
  const total = directory.groups.reduce((sum, _, group) => sum + lengthOf(group), 0);
  const columns = makeColumns(total);
  const lists: (Values | undefined)[] = [];
  const packed = { day: new Int32Array(total).fill(-1), row: new Int32Array(total) };
  const series = new Map<string, Series[]>();
  let at = 0;
  for (const [group, shape] of directory.groups.entries()) {
    const start = at;
    const own = combined.get(group);
    if (own === undefined) at = copyGroup(given, { group, at, columns, packed });
    else for (const day of own) at = writeDay(columns, at, day, lists);
    if (at === start) continue;
    const one = { start, end: at, labels: shape.labels, source: sourceOf(group) };
    const beside = series.get(shape.key);
    if (beside === undefined) series.set(shape.key, [one]);
    else beside.push(one);
  }
  const values = (row: number): [number, number][] => {
    const list = lists[row];
    if (list !== undefined) return [...list];
    const day = days[packed.day[row] ?? -1];
    return day === undefined ? [] : valuesOf(day, packed.row[row] ?? 0);
  };
  return { columns: { ...columns, values }, series };
}

type Columns = Omit<DayColumns, 'values'>;

const makeColumns = (rows: number): Columns => ({
  day: new Int32Array(rows),
  last: new Float64Array(rows),
  lastAtMs: new Float64Array(rows),
  lastReceivedAtMs: new Float64Array(rows),
  sum: new Float64Array(rows),
  count: new Float64Array(rows),
  min: new Float64Array(rows),
  max: new Float64Array(rows),
});

type Target = { group: number; at: number; columns: Columns; packed: { day: Int32Array; row: Int32Array } };

/** A series that stands alone is what was folded of it. */
function copyGroup({ directory, days, places }: Given, { group, at, columns, packed }: Target): number {
  const labelled = directory.groups[group]?.metric.labels !== undefined;
  let to = at;
  for (let from = places.starts[group] ?? 0; from < (places.starts[group + 1] ?? 0); from++, to++) {
    const place = places.dayOf[from] ?? 0;
    const row = places.rowOf[from] ?? 0;
    const day = days[place];
    if (day === undefined) continue;
    columns.day[to] = day.day;
    columns.last[to] = day.last[row] ?? 0;
    columns.lastAtMs[to] = day.lastAtMs[row] ?? 0;
    columns.lastReceivedAtMs[to] = (labelled ? day.lastReceivedAtMs[row] : day.lastAtMs[row]) ?? 0;
    columns.sum[to] = day.sum[row] ?? 0;
    columns.count[to] = day.count[row] ?? 0;
    columns.min[to] = day.min[row] ?? 0;
    columns.max[to] = day.max[row] ?? 0;
    packed.day[to] = place;
    packed.row[to] = row;
  }
  return to;
}

function writeDay(columns: Columns, at: number, day: CombinedDay, lists: (Values | undefined)[]): number {
  columns.day[at] = day.day;
  columns.last[at] = day.last;
  columns.lastAtMs[at] = day.lastAtMs;
  columns.lastReceivedAtMs[at] = day.lastReceivedAtMs;
  columns.sum[at] = day.sum;
  columns.count[at] = day.count;
  columns.min[at] = day.min;
  columns.max[at] = day.max;
  lists[at] = day.values ?? [];
  return at + 1;
}
