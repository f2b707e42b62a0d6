import { round6 } from '../round6.ts';
import { meanCorrection } from './finite-population.ts';
import { studentT } from './quantiles.ts';
import type { Interval, StatisticDefinition } from './statistic.ts';

/** A mean, its sample standard deviation (n − 1) and the number of answers, on the scale of the answers. */
export type Sample = { mean: number; sd: number; n: number };

/**
 * Student's interval of a mean, in the unit of the mean: `x̄ ± t(n − 1) · s/√n`, with the finite-population factor
 * `√(1 − n/N)` where the population is known. A census gives [x̄, x̄]. n is 2 or more, or the whole population.
 * Source: NIST/SEMATECH e-Handbook 1.3.5.2.
 */
export function meanT(sample: Sample, confidence: number, population = Number.POSITIVE_INFINITY): Interval {
  const estimate = round6(sample.mean);
  if (sample.n >= population) return { estimate, low: estimate, high: estimate };
  const correction = population === Number.POSITIVE_INFINITY ? 1 : meanCorrection(sample.n, population);
  const half = (studentT(confidence, sample.n - 1) * sample.sd * correction) / Math.sqrt(sample.n);
  return { estimate, low: round6(sample.mean - half), high: round6(sample.mean + half) };
}

export const meanTStatistic = {
  key: 'mean-t',
  title: 'Student’s interval of a mean',
  formula: 'x̄ ± t(n − 1) · s/√n · √(1 − n/N)',
  unit: 'that of the answers',
  source: 'NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, data set ZARR13',
  example: {
    of: 'ZARR13: n = 195, mean 9.261460, s 0.022789, 95 %',
    compute: () => {
      const { low, high } = meanT({ mean: 9.26146, sd: 0.022789, n: 195 }, 0.95);
      return [low, high];
    },
    expected: [9.258241, 9.264679],
  },
} as const satisfies StatisticDefinition;
