import { round6 } from '../round6.ts';
import { wins } from './mann-whitney.ts';
import type { StatisticDefinition } from './statistic.ts';

/**
 * How far two groups of ordered answers are apart. `superiority` (A₁₂): how often a value of the second group beats one of
 * the first, ties half, 0…1; `delta`: that as −1…1. Null where a group is empty. Source: Cliff 1993; Vargha and Delaney 2000.
 */
export function cliffsDelta(
  first: readonly number[],
  second: readonly number[],
): { superiority: number; delta: number } | null {
  const pairs = first.length * second.length;
  if (pairs === 0) return null;
  const won = second.reduce((sum, value) => sum + first.reduce((of, other) => of + wins(value, other), 0), 0);
  return { superiority: round6(won / pairs), delta: round6((2 * won) / pairs - 1) };
}

export const cliffsDeltaStatistic = {
  key: 'cliffs-delta',
  title: 'Cliff’s delta',
  formula: 'A₁₂ = (higher pairs + ½ ties)/(n1·n2); δ = 2·A₁₂ − 1',
  unit: 'none; A₁₂ is 0…1, δ is −1…1',
  source: 'Cliff, Psychological Bulletin 114 (1993); Vargha and Delaney 2000',
  example: {
    of: '1, 2 against 2, 3: three pairs higher, one tied',
    compute: () => {
      const found = cliffsDelta([1, 2], [2, 3]);
      return found === null ? [] : [found.superiority, found.delta];
    },
    expected: [0.875, 0.75],
  },
} as const satisfies StatisticDefinition;
