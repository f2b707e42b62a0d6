import type { Bundle, BundleDay } from './bundle.ts';
import { dayOf, dayOfDate } from './days.ts';

/** The day roll-ups of every series in columns, one after the other. Times in epoch milliseconds, days since 1970-01-01. */
export type DayColumns = {
  readonly day: Int32Array;
  readonly last: Float64Array;
  readonly lastAtMs: Float64Array;
  readonly lastReceivedAtMs: Float64Array;
  readonly sum: Float64Array;
  readonly count: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** of a distribution metric: the values of a row, ascending, and how often each */
  readonly values: (row: number) => NonNullable<BundleDay['values']>;
};

/** One series: its rows `start` (included) to `end` (excluded) of the columns, days ascending. */
export type Series = {
  readonly start: number;
  readonly end: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly source: string;
};

/** Text key of what belongs to a metric, question or criterion of one capability (null: the platform). */
export const keyOf = (name: string, capability: string | null) => `${name}\u0000${capability ?? ''}`;

/** Lays out the days up to `asOf`; what is later (or holds a later value) is left out. */
export function layOutDays(
  metrics: Bundle['metrics'],
  asOfMs: number,
): { columns: DayColumns; series: Map<string, Series[]> } {
  const rows: BundleDay[] = [];
  const numberOf = keepNumbers();
  const series = new Map<string, Series[]>();
  for (const one of metrics) {
    const start = rows.length;
    for (const day of one.days) {
      if (numberOf(day.day) <= dayOf(asOfMs) && Date.parse(day.lastAt) <= asOfMs) rows.push(day);
    }
    if (rows.length === start) continue;
    const key = keyOf(one.metric, one.capability);
    const known = series.get(key) ?? [];
    series.set(key, known);
    known.push({ start, end: rows.length, labels: one.labels, source: one.source });
  }
  const column = (value: (day: BundleDay) => number) => Float64Array.from(rows, value);
  const columns: DayColumns = {
    day: Int32Array.from(rows, (row) => numberOf(row.day)),
    last: column((row) => row.last),
    lastAtMs: column((row) => Date.parse(row.lastAt)),
    lastReceivedAtMs: column((row) => Date.parse(row.lastReceivedAt ?? row.lastAt)),
    sum: column((row) => row.sum),
    count: column((row) => row.count),
    min: column((row) => row.min),
    max: column((row) => row.max),
    values: (row) => rows[row]?.values ?? [],
  };
  return { columns, series };
}

/** Every series has much the same days: each date is read once. */
function keepNumbers(): (date: string) => number {
  const known = new Map<string, number>();
  return (date) => {
    const number = known.get(date) ?? dayOfDate(date);
    known.set(date, number);
    return number;
  };
}
