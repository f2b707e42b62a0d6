import type { MetricTest } from '../compiled.ts';
import type { Series } from '../evidence/day-columns.ts';
import { dayOf } from '../evidence/days.ts';
import type { Evidence } from '../evidence/load-bundle.ts';
import { round6 } from '../round6.ts';
import { MET, NO_DATA, NOT_MET, SOURCE_ERROR, STALE, TOO_FEW_SAMPLES } from './codes.ts';
import { type Days, distinctOf, extremeOf, latestOf, newestAt, percentileOf, samplesIn, sumOf } from './read-window.ts';
import { type Bar, holds } from './verdict.ts';

/** Where a metric leaf finds its series (keys of `Evidence.series`), and its bar. */
export type MetricAddress = { key: string; denominatorKey: string | null; bar: Bar };
/** What a metric leaf saw. `value` and `n` are NaN where nothing was read. */
export type MetricReading = {
  code: number;
  value: number;
  n: number;
  observedAtMs: number;
  days: Days;
  stale: boolean;
};

const NONE: readonly Series[] = [];

/** The series that a leaf reads: those whose labels it accepts. */
export function seriesOf(test: MetricTest, key: string, loaded: Evidence): readonly Series[] {
  const all = loaded.series.get(key) ?? NONE;
  const { where } = test;
  return where ? all.filter((one) => accepts(where, one)) : all;
}

function accepts(where: NonNullable<MetricTest['where']>, { labels }: Series): boolean {
  for (const label in where) if (!where[label]?.includes(labels[label] ?? '')) return false;
  return true;
}

/** The days of a leaf's window that ends with a day: those after day(asOf − window), up to and with day(asOf). */
export function windowOf(test: MetricTest, loaded: Evidence, to = loaded.asOfDay): Days {
  return { from: dayOf(loaded.asOfMs - test.windowSeconds * 1000) + to - loaded.asOfDay, to };
}

type Input = {
  test: MetricTest;
  bar: Bar;
  series: readonly Series[];
  denominators: readonly Series[] | null;
  loaded: Evidence;
};

/** Decides a metric leaf, in the order of docs/scoring.md §3.1. A limiter is tested on its newest decidable window, however old. */
export function testMetric(
  test: MetricTest,
  address: MetricAddress,
  loaded: Evidence,
  limiter: boolean,
): MetricReading {
  const series = seriesOf(test, address.key, loaded);
  const denominators = address.denominatorKey === null ? null : (loaded.series.get(address.denominatorKey) ?? NONE);
  const input = { test, bar: address.bar, series, denominators, loaded };
  const reading = read(input, windowOf(test, loaded));
  const settled = limiter ? newestDecidable(input, reading) : reading;
  if (!limiter && settled.stale && settled.code !== NO_DATA) settled.code = STALE;
  const unknown = settled.code !== MET && settled.code !== NOT_MET;
  if (unknown && loaded.sourceErrors.size > 0 && sourceErrorOf(address, loaded)) settled.code = SOURCE_ERROR;
  return settled;
}

/** The failing source behind a leaf: of its metric or denominator, for its capability or for all. */
export function sourceErrorOf({ key, denominatorKey }: Omit<MetricAddress, 'bar'>, loaded: Evidence) {
  for (const one of [key, denominatorKey]) {
    if (one === null) continue;
    const error = loaded.sourceErrors.get(one) ?? loaded.sourceErrors.get(one.slice(0, one.indexOf('\u0000') + 1));
    if (error) return error;
  }
  return null;
}

function read(input: Input, days: Days): MetricReading {
  const { test, series, denominators, loaded } = input;
  const { columns } = loaded;
  const own = newestAt(columns, series, days.to);
  const observedAtMs = denominators ? Math.min(own, newestAt(columns, denominators, days.to)) : own;
  const stale = loaded.asOfMs - observedAtMs > test.maxAgeSeconds * 1000;
  const reading = { code: NO_DATA, value: Number.NaN, n: Number.NaN, observedAtMs, days, stale };
  if (observedAtMs === Number.NEGATIVE_INFINITY) return reading;
  const n = denominators ? round6(sumOf(columns.sum, columns, denominators, days)) : samplesIn(columns, series, days);
  reading.n = n;
  if (n > 0) reading.value = round6(statisticOf(input, days, n));
  if (n < test.minSamples || n <= 0) reading.code = TOO_FEW_SAMPLES;
  else reading.code = holds(reading.value, input.bar.op, input.bar.threshold) ? MET : NOT_MET;
  return reading;
}

/** Goes back day by day, over the days with values, to the newest window that has enough samples. */
function newestDecidable(input: Input, reading: MetricReading): MetricReading {
  if (reading.code !== TOO_FEW_SAMPLES) return reading;
  const { test, series, denominators, loaded } = input;
  const days = new Set<number>();
  for (const { start, end } of [...series, ...(denominators ?? NONE)]) {
    for (let row = start; row < end; row++) days.add(loaded.columns.day[row] ?? 0);
  }
  for (const to of [...days].sort((a, b) => b - a)) {
    const earlier = read(input, windowOf(test, loaded, to));
    if (earlier.code === MET || earlier.code === NOT_MET) return earlier;
  }
  return reading;
}

function statisticOf({ test, series, loaded: { columns } }: Input, days: Days, n: number): number {
  switch (test.statistic) {
    case 'latest':
      return latestOf(columns, series, days, test.combine);
    case 'mean':
    case 'share':
      return sumOf(columns.sum, columns, series, days) / n;
    case 'sum':
      return sumOf(columns.sum, columns, series, days);
    case 'count':
      return n;
    case 'min':
    case 'max':
      return extremeOf(columns, series, days, test.statistic);
    case 'distinct':
      return distinctOf(columns, series, days, test.label ?? '');
    default:
      return percentileOf(columns, series, days, test.percent);
  }
}
