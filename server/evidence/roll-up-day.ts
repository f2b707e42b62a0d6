import type { SampleDay } from '#db/queries/sample-days.ts';
import type { StoredSample } from '#db/queries/samples.ts';
import { round6 } from '#rubrics/round6.ts';

/** One series over one UTC day. */
export type DayRollUp = Omit<SampleDay, 'valueCounts'> & {
  /** distribution metrics only: sorted [value to three significant digits, how often] */
  values: [number, number][] | null;
};

/** The samples of one day by series, as they are read page by page. */
export type DayOfSeries = Map<number, { values: number[]; last: StoredSample; newestReceivedAtMs: number }>;

export function addSample(series: DayOfSeries, sample: StoredSample): void {
  const known = series.get(sample.seriesId);
  if (known === undefined) {
    series.set(sample.seriesId, {
      values: [sample.value],
      last: sample,
      newestReceivedAtMs: sample.receivedAtMs,
    });
    return;
  }
  known.values.push(sample.value);
  if (sample.atMs > known.last.atMs) known.last = sample;
  if (sample.receivedAtMs > known.newestReceivedAtMs) known.newestReceivedAtMs = sample.receivedAtMs;
}

/** What is kept of a day (docs/scoring.md §2): values are sorted before they are summed, so that their order never shows. */
export function rollUpDay(
  day: number,
  series: DayOfSeries,
  isDistribution: (seriesId: number) => boolean,
): DayRollUp[] {
  return [...series].map(([seriesId, { values, last, newestReceivedAtMs }]) => {
    const sorted = Float64Array.from(values).sort();
    return {
      seriesId,
      day,
      last: last.value,
      lastAtMs: last.atMs,
      lastReceivedAtMs: last.receivedAtMs,
      lastRunId: last.runId,
      newestReceivedAtMs,
      sum: sumSorted(sorted),
      count: sorted.length,
      min: sorted[0] ?? last.value,
      max: sorted[sorted.length - 1] ?? last.value,
      values: isDistribution(seriesId) ? countValues(sorted) : null,
    };
  });
}

/** A roll-up as it is stored. */
export const storedRollUp = ({ values, ...row }: DayRollUp): SampleDay => ({
  ...row,
  valueCounts: values === null ? null : JSON.stringify(values),
});

/** The sum of values, independent of their order, to 6 decimals. */
export function sumOf(values: readonly number[]): number {
  return sumSorted(Float64Array.from(values).sort());
}

const sumSorted = (sorted: Float64Array) => round6(sorted.reduce((sum, value) => sum + value, 0));

function countValues(sorted: Float64Array): [number, number][] {
  const counts = new Map<number, number>();
  for (const value of sorted) {
    const kept = Number(value.toPrecision(3));
    counts.set(kept, (counts.get(kept) ?? 0) + 1);
  }
  return [...counts];
}
