import type { MetricTest } from '../compiled.ts';
import type { DayColumns, Series } from '../evidence/day-columns.ts';
import { nearestRank, type Weighted } from '../statistics/nearest-rank.ts';

/** The UTC days of a window: after `from`, up to and with `to`. */
export type Days = { from: number; to: number };

/** Calls `visit` for every row of every series inside the window. */
function eachRow(
  columns: DayColumns,
  series: readonly Series[],
  { from, to }: Days,
  visit: (row: number) => void,
): void {
  for (const { start, end } of series) {
    for (let row = end - 1; row >= start; row--) {
      const day = columns.day[row] ?? 0;
      if (day <= from) break;
      if (day <= to) visit(row);
    }
  }
}

let scratch = new Float64Array(512);

/** Sum of a column over the window; the values are sorted before they are summed. */
export function sumOf(column: Float64Array, columns: DayColumns, series: readonly Series[], days: Days): number {
  let length = 0;
  for (const { start, end } of series) {
    for (let row = end - 1; row >= start; row--) {
      const day = columns.day[row] ?? 0;
      if (day <= days.from) break;
      if (day > days.to) continue;
      if (length === scratch.length) scratch = growTo(scratch, length * 2);
      scratch[length++] = column[row] ?? 0;
    }
  }
  sortFirst(scratch, length);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += scratch[i] ?? 0;
  return sum;
}

/** Calling the engine's own sort costs more than a few numbers do. */
const FEW = 12;

function sortFirst(values: Float64Array, length: number): void {
  if (length > FEW) {
    values.subarray(0, length).sort();
    return;
  }
  for (let i = 1; i < length; i++) {
    const value = values[i] ?? 0;
    let at = i;
    for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
}

function growTo(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(length);
  grown.set(array);
  return grown;
}

/** Number of samples in the window. Whole numbers: their order does not matter. */
export function samplesIn(columns: DayColumns, series: readonly Series[], days: Days): number {
  let count = 0;
  for (const { start, end } of series) {
    for (let row = end - 1; row >= start; row--) {
      const day = columns.day[row] ?? 0;
      if (day <= days.from) break;
      if (day <= days.to) count += columns.count[row] ?? 0;
    }
  }
  return count;
}

/** When the newest value up to a day was observed, in epoch milliseconds; −∞ where there is none. */
export function newestAt(columns: DayColumns, series: readonly Series[], to: number): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { start, end } of series) {
    for (let row = end - 1; row >= start; row--) {
      if ((columns.day[row] ?? 0) > to) continue;
      newest = Math.max(newest, columns.lastAtMs[row] ?? newest);
      break;
    }
  }
  return newest;
}

/** The newest row of a series in the window, or −1. */
function lastRow(columns: DayColumns, one: Series, { from, to }: Days): number {
  for (let row = one.end - 1; row >= one.start; row--) {
    const day = columns.day[row] ?? 0;
    if (day <= from) return -1;
    if (day <= to) return row;
  }
  return -1;
}

/** The latest value; series that differ in labels combine as the catalogue says. A tie: later received, then the greater source id. */
export function latestOf(
  columns: DayColumns,
  series: readonly Series[],
  days: Days,
  combine: MetricTest['combine'],
): number {
  const only = series.length === 1 ? series[0] : undefined;
  if (only) return columns.last[lastRow(columns, only, days)] ?? Number.NaN;
  const rows = series
    .map((one) => ({ row: lastRow(columns, one, days), source: one.source }))
    .filter(({ row }) => row >= 0);
  const values = Float64Array.from(rows, ({ row }) => columns.last[row] ?? 0).sort();
  if (rows.length === 0) return Number.NaN;
  if (combine === 'min') return values[0] ?? 0;
  if (combine === 'max') return values[values.length - 1] ?? 0;
  if (combine === 'sum' || combine === 'mean') {
    const sum = values.reduce((total, value) => total + value, 0);
    return combine === 'sum' ? sum : sum / values.length;
  }
  const at = ({ row }: { row: number }) => columns.lastAtMs[row] ?? 0;
  const received = ({ row }: { row: number }) => columns.lastReceivedAtMs[row] ?? 0;
  const newest = rows.reduce((best, one) => {
    const later = at(one) - at(best) || received(one) - received(best) || (one.source > best.source ? 1 : -1);
    return later > 0 ? one : best;
  });
  return columns.last[newest.row] ?? 0;
}

/** The least or greatest value in the window. */
export function extremeOf(columns: DayColumns, series: readonly Series[], days: Days, which: 'min' | 'max'): number {
  let extreme = which === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  eachRow(columns, series, days, (row) => {
    extreme =
      which === 'min' ? Math.min(extreme, columns.min[row] ?? extreme) : Math.max(extreme, columns.max[row] ?? extreme);
  });
  return extreme;
}

/** The nearest-rank percentile of all values in the window. */
export function percentileOf(columns: DayColumns, series: readonly Series[], days: Days, percent: number): number {
  const values: Weighted[] = [];
  eachRow(columns, series, days, (row) => {
    for (const value of columns.values(row)) values.push(value);
  });
  return nearestRank(values, percent) ?? Number.NaN;
}

/** How many values of a label have a sample in the window. */
export function distinctOf(columns: DayColumns, series: readonly Series[], days: Days, label: string): number {
  const seen = new Set(series.filter((one) => lastRow(columns, one, days) >= 0).map((one) => one.labels[label] ?? ''));
  seen.delete('');
  return seen.size;
}
