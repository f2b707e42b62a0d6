import { round6 } from '../round6.ts';
import { effectiveN } from './finite-population.ts';
import { normalZ } from './quantiles.ts';
import type { Interval, StatisticDefinition } from './statistic.ts';

/**
 * Wilson score interval of a share (0…1), not continuity-corrected:
 * `centre = (p + z²/2n)/(1 + z²/n)`, `half = z √(p(1−p)/n + z²/4n²)/(1 + z²/n)`.
 * With a population, n is replaced by its effective number; a census gives [p, p]. n is above zero.
 * Source: Wilson 1927; Newcombe 1998, method 3.
 */
export function wilson(share: number, n: number, confidence: number, population = Number.POSITIVE_INFINITY): Interval {
  const estimate = round6(share);
  if (n >= population) return { estimate, low: estimate, high: estimate };
  const limits = wilsonLimits(
    share,
    population === Number.POSITIVE_INFINITY ? n : effectiveN(n, population),
    confidence,
  );
  return { estimate, low: round6(limits.low), high: round6(limits.high) };
}

/** The same limits before rounding, for statistics that go on from them. */
export function wilsonLimits(share: number, n: number, confidence: number): { low: number; high: number } {
  const z = normalZ(confidence);
  const spread = (z * z) / n;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))) / (1 + spread);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

export const wilsonStatistic = {
  key: 'wilson',
  title: 'Wilson score interval of a share',
  formula: '(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)',
  unit: 'ratio 0…1',
  source: 'Wilson 1927; Newcombe, Statistics in Medicine 17 (1998)',
  example: {
    of: '81 of 263 and 15 of 148, 95 %',
    compute: () => [wilson(81 / 263, 263, 0.95), wilson(15 / 148, 148, 0.95)].flatMap(({ low, high }) => [low, high]),
    expected: [0.255289, 0.36621, 0.062386, 0.160487],
  },
} as const satisfies StatisticDefinition;
