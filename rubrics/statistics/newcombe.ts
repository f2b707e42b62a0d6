import { round6 } from '../round6.ts';
import type { Interval, StatisticDefinition } from './statistic.ts';
import { wilsonLimits } from './wilson.ts';

/** x favourable of n answers. */
export type Count = { x: number; n: number };

/**
 * Difference of two independent shares with Newcombe's hybrid score interval:
 * `L = d − √((p1 − l1)² + (u2 − p2)²)`, `U = d + √((u1 − p1)² + (p2 − l2)²)` with Wilson limits l and u.
 * Two waves of an anonymous survey count as independent. Source: Newcombe 1998, method 10.
 */
export function newcombe(one: Count, two: Count, confidence: number): Interval {
  const p1 = one.x / one.n;
  const p2 = two.x / two.n;
  const first = wilsonLimits(p1, one.n, confidence);
  const second = wilsonLimits(p2, two.n, confidence);
  const difference = p1 - p2;
  return {
    estimate: round6(difference),
    low: round6(difference - Math.hypot(p1 - first.low, second.high - p2)),
    high: round6(difference + Math.hypot(first.high - p1, p2 - second.low)),
  };
}

export const newcombeStatistic = {
  key: 'newcombe',
  title: 'Difference of two shares',
  formula: 'd − √((p1−l1)² + (u2−p2)²) … d + √((u1−p1)² + (p2−l2)²), l and u by Wilson',
  unit: 'ratio −1…1',
  source: 'Newcombe, Statistics in Medicine 17 (1998)',
  example: {
    of: '56 of 70 against 48 of 80, 95 %',
    compute: () => {
      const { estimate, low, high } = newcombe({ x: 56, n: 70 }, { x: 48, n: 80 }, 0.95);
      return [estimate, low, high];
    },
    expected: [0.2, 0.052431, 0.333873],
  },
} as const satisfies StatisticDefinition;
