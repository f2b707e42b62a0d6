import type { StatisticDefinition } from './statistic.ts';

/** A value and how often it was seen. */
export type Weighted = readonly [value: number, count: number];

/**
 * The nearest-rank percentile: the value at rank `⌈percent · n / 100⌉` of the sorted values, in their unit; null of nothing.
 * The rank is computed in whole numbers, and the result is always a value that was seen.
 */
export function nearestRank(values: readonly Weighted[], percent: number): number | null {
  const sorted = values.toSorted((a, b) => a[0] - b[0]);
  const n = sorted.reduce((sum, [, count]) => sum + count, 0);
  const rank = Math.max(1, Math.floor((percent * n + 99) / 100));
  let seen = 0;
  for (const [value, count] of sorted) {
    seen += count;
    if (seen >= rank) return value;
  }
  return null;
}

export const nearestRankStatistic = {
  key: 'nearest-rank',
  title: 'Nearest-rank percentile',
  formula: 'the value at rank ⌈q·n⌉ of the sorted values',
  unit: 'that of the values',
  source: 'Hyndman and Fan 1996, definition 1',
  example: {
    of: '15, 20, 35, 40, 50 at 40 %, 50 % and 100 %',
    compute: () => {
      const values = [15, 20, 35, 40, 50].map((value): Weighted => [value, 1]);
      return [40, 50, 100].map((percent) => nearestRank(values, percent) ?? Number.NaN);
    },
    expected: [20, 35, 50],
  },
} as const satisfies StatisticDefinition;
