import { numberAt } from '#db/packed-days.ts';
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
  let total = places.dayOf.length;
  for (const [group, own] of combined)
    total += own.length - (places.starts[group + 1] ?? 0) + (places.starts[group] ?? 0);
  const columns = makeColumns(total, isOneEach(given));
  const lists: (Values | undefined)[] = [];
  const packed = { day: new Int32Array(total).fill(-1), row: new Int32Array(total) };
  const series = new Map<string, Series[]>();
  let at = 0;
  for (let group = 0; group < directory.groups.length; group++) {
    const start = at;
    const shape = directory.groups[group];
    const own = combined.size === 0 ? undefined : combined.get(group);
    if (own === undefined) at = copyGroup(given, { group, at, columns, packed });
    else for (const day of own) at = writeDay(columns, at, day, lists);
    if (at === start || shape === undefined) continue;
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

/** Where each series has one value a day, its sum, least and greatest value are that value. */
const isOneEach = ({ days, combined }: Given): boolean =>
  combined.size === 0 && days.every(({ last, sum, min, max }) => sum === last && min === last && max === last);

function makeColumns(rows: number, oneEach: boolean): Columns {
  const last = new Float64Array(rows);
  const beside = () => (oneEach ? last : new Float64Array(rows));
  return {
    day: new Int32Array(rows),
    last,
    lastAtMs: new Float64Array(rows),
    lastReceivedAtMs: new Float64Array(rows),
    sum: beside(),
    count: new Float64Array(rows),
    min: beside(),
    max: beside(),
  };
}

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
    columns.last[to] = numberAt(day.last, row);
    columns.lastAtMs[to] = numberAt(day.lastAtMs, row);
    columns.lastReceivedAtMs[to] = numberAt(labelled ? day.lastReceivedAtMs : day.lastAtMs, row);
    columns.count[to] = numberAt(day.count, row);
    if (columns.sum !== columns.last) {
      columns.sum[to] = numberAt(day.sum, row);
      columns.min[to] = numberAt(day.min, row);
      columns.max[to] = numberAt(day.max, row);
    }
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
