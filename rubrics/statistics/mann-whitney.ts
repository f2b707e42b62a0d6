import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/** `u`: pairs in which the second value is higher, ties half; `p` is two-sided, by the normal approximation. */
export type MannWhitney = { u: number; p: number };

/**
 * Whether one of two independent groups tends to answer higher, for answers that have an order and no more. p is normal with
 * the corrections for ties and continuity. Null where a group is empty. Source: Mann and Whitney 1947.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney | null {
  const pairs = first.length * second.length;
  if (pairs === 0) return null;
  const u = second.reduce((sum, value) => sum + first.reduce((of, other) => of + wins(value, other), 0), 0);
  const n = first.length + second.length;
  const ties = [...Map.groupBy([...first, ...second], (value) => value).values()].map(({ length }) => length);
  const tied = ties.reduce((sum, t) => sum + (t ** 3 - t), 0);
  const variance = (pairs / 12) * (n + 1 - tied / (n * (n - 1)));
  const beyond = Math.abs(u - pairs / 2) - 0.5;
  const p = variance > 0 && beyond > 0 ? 2 * normalCdf(-beyond / Math.sqrt(variance), 0, 1) : 1;
  return { u, p: round6(p) };
}

/** Whether a value is higher than another: 1, half where they tie, else 0. */
export const wins = (value: number, other: number): number => (value > other ? 1 : value === other ? 0.5 : 0);

export const mannWhitneyStatistic = {
  key: 'mann-whitney',
  title: 'Mann–Whitney U test',
  formula: 'U = pairs in which the second is higher + ½ ties; Z = (|U − n1·n2/2| − ½)/√Var',
  unit: 'pairs; p is a share 0…1',
  source: 'Mann and Whitney, Annals of Mathematical Statistics 18 (1947)',
  example: {
    of: '1, 2, 3 against 4, 5, 6: all nine pairs; Z = 4/√5.25',
    compute: () => {
      const found = mannWhitney([1, 2, 3], [4, 5, 6]);
      return found === null ? [] : [found.u, found.p];
    },
    expected: [9, 0.080856],
  },
} as const satisfies StatisticDefinition;
