import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/**
 * The p values of a family of tests, in the order given, adjusted so that of those below a limit at most that share is
 * expected to be chance: the i-th smallest of m times `m/i`, never above one after it. Source: Benjamini and Hochberg 1995.
 */
export function benjaminiHochberg(values: readonly number[]): number[] {
  const adjusted = values.map(() => 1);
  const descending = values.map((p, index) => ({ p, index })).toSorted((a, b) => b.p - a.p || a.index - b.index);
  let smallest = 1;
  for (const [position, { p, index }] of descending.entries()) {
    smallest = Math.min(smallest, (p * values.length) / (values.length - position));
    adjusted[index] = round6(smallest);
  }
  return adjusted;
}

export const benjaminiHochbergStatistic = {
  key: 'benjamini-hochberg',
  title: 'Benjamini–Hochberg correction of many tests',
  formula: 'p(i) × m/i, never above the next',
  unit: 'p is a share 0…1',
  source: 'Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995)',
  example: {
    of: 'p = 0.001, 0.012, 0.021, 0.04, 0.20',
    compute: () => benjaminiHochberg([0.001, 0.012, 0.021, 0.04, 0.2]),
    expected: [0.005, 0.03, 0.035, 0.05, 0.2],
  },
} as const satisfies StatisticDefinition;
