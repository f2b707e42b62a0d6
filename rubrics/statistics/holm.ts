import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/**
 * The p values of a family of tests, in the order given, adjusted so that all of those below a limit together hold with that
 * certainty: the i-th smallest of m times `m − i + 1`, never below one before it, 1 at most. Source: Holm 1979.
 */
export function holm(values: readonly number[]): number[] {
  const adjusted = values.map(() => 1);
  let largest = 0;
  for (const [rank, { p, index }] of ascending(values).entries()) {
    largest = Math.max(largest, Math.min(1, p * (values.length - rank)));
    adjusted[index] = round6(largest);
  }
  return adjusted;
}

const ascending = (values: readonly number[]) =>
  values.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p || a.index - b.index);

export const holmStatistic = {
  key: 'holm',
  title: 'Holm’s correction of many tests',
  formula: 'p(i) × (m − i + 1), never falling, 1 at most',
  unit: 'p is a share 0…1',
  source: 'Holm, Scandinavian Journal of Statistics 6 (1979)',
  example: {
    of: 'p = 0.001, 0.012, 0.021, 0.04, 0.20',
    compute: () => holm([0.001, 0.012, 0.021, 0.04, 0.2]),
    expected: [0.005, 0.048, 0.063, 0.08, 0.2],
  },
} as const satisfies StatisticDefinition;
