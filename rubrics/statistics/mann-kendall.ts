import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/** `s`: rising pairs less falling pairs; `p`: how often a series without a trend would show as much, two-sided. */
export type MannKendall = { s: number; variance: number; p: number; exact: boolean };

const LARGEST_EXACT = 10;

/**
 * Whether a series in order of time rises or falls: `S = Σ_{i<j} sign(x_j − x_i)`. The distribution is exact for 10 values
 * or fewer without ties, else normal with `Var = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18` and `Z = (S ∓ 1)/√Var`.
 * Source: Mann 1945; Kendall 1975.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  const s = values.reduce(
    (sum, value, i) => sum + values.slice(i + 1).reduce((t, x) => t + Math.sign(x - value), 0),
    0,
  );
  const ties = [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length);
  const tied = ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const variance = (n * (n - 1) * (2 * n + 5) - tied) / 18;
  const exact = n <= LARGEST_EXACT && ties.every((t) => t === 1);
  return { s, variance: round6(variance), p: exact ? round6(exactP(n, s)) : normalTrend(s, variance).p, exact };
}

/** The normal approximation, with continuity: `Z = (S ∓ 1)/√Var`, 0 where nothing rises or falls, and its two-sided p. */
export function normalTrend(s: number, variance: number): { z: number; p: number } {
  if (s === 0 || variance === 0) return { z: 0, p: 1 };
  const z = (s - Math.sign(s)) / Math.sqrt(variance);
  return { z: round6(z), p: round6(2 * normalCdf(-Math.abs(z), 0, 1)) };
}

/** The part of all n! orders of which the rising pairs outweigh the falling ones, or the reverse, at least as much. */
function exactP(n: number, s: number): number {
  const pairs = (n * (n - 1)) / 2;
  const orders = ordersByInversions(n);
  const whole = orders.reduce((sum, count) => sum + count, 0);
  const asExtreme = orders.filter((_, inversions) => pairs - 2 * inversions >= Math.abs(s));
  return Math.min(1, (2 * asExtreme.reduce((sum, count) => sum + count, 0)) / whole);
}

/** How many orders of n different values have 0, 1, 2 … falling pairs: a value more can stand before 0 to n − 1 of the others. */
function ordersByInversions(n: number): number[] {
  let orders = [1];
  for (let size = 2; size <= n; size++) {
    const next = Array.from({ length: orders.length + size - 1 }, () => 0);
    for (const [inversions, count] of orders.entries()) {
      for (let more = 0; more < size; more++) next[inversions + more] = (next[inversions + more] ?? 0) + count;
    }
    orders = next;
  }
  return orders;
}

export const mannKendallStatistic = {
  key: 'mann-kendall',
  title: 'Mann–Kendall test of a trend',
  formula: 'S = Σ sign(x_j − x_i) over i < j; exact for n ≤ 10 without ties, else Z = (S ∓ 1)/√Var',
  unit: 'pairs; p is a share 0…1',
  source: 'Mann 1945; Kendall 1975',
  example: {
    of: '58, 61, 60, 64, 66, 67, 71, 70: S, its variance and the exact p',
    compute: () => {
      const { s, variance, p } = mannKendall([58, 61, 60, 64, 66, 67, 71, 70]);
      return [s, variance, p];
    },
    expected: [24, 65.333333, 0.001736],
  },
} as const satisfies StatisticDefinition;
