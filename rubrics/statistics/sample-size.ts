import { normalZ } from './quantiles.ts';
import type { StatisticDefinition } from './statistic.ts';

/**
 * How many answers a share needs to be known within ± `margin` (a ratio) where nothing is known of it before (p = ½), as a
 * whole number of people: `n0 = z²/4e²`, `n = n0/(1 + (n0 − 1)/N)`, rounded up. Source: Cochran, Sampling Techniques, 4.4.
 */
export function sampleSize(margin: number, confidence: number, population = Number.POSITIVE_INFINITY): number {
  const without = normalZ(confidence) ** 2 / (4 * margin ** 2);
  return Math.ceil(without / (1 + (without - 1) / population));
}

export const sampleSizeStatistic = {
  key: 'sample-size',
  title: 'Sample size of a share',
  formula: 'n0 = z²/4e²; n = n0/(1 + (n0 − 1)/N)',
  unit: 'people',
  source: 'Cochran, Sampling Techniques',
  example: {
    of: '± 5 points at 95 %, of any number, 1,000, 100 and 50 people',
    compute: () => [Number.POSITIVE_INFINITY, 1_000, 100, 50].map((population) => sampleSize(0.05, 0.95, population)),
    expected: [385, 278, 80, 45],
  },
} as const satisfies StatisticDefinition;
