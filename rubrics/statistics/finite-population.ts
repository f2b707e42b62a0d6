import type { StatisticDefinition } from './statistic.ts';

/**
 * Finite-population correction of a mean's half-width: `√(1 − n/N)`, 0 for a census (n ≥ N).
 * Source: Cochran, Sampling Techniques, 2.6.
 */
export function meanCorrection(n: number, population: number): number {
  return n >= population ? 0 : Math.sqrt(1 - n / population);
}

/**
 * The number of answers that a share from n of N people is worth inside Wilson's formula: `n (N − 1)/(N − n)`.
 * Infinite for a census. It corrects sampling error only; non-response is a choice, not a sample.
 */
export function effectiveN(n: number, population: number): number {
  return n >= population ? Number.POSITIVE_INFINITY : (n * (population - 1)) / (population - n);
}

export const finitePopulation = {
  key: 'finite-population',
  title: 'Finite-population correction',
  formula: 'mean: half-width × √(1 − n/N); share: n_eff = n (N − 1)/(N − n) inside Wilson',
  unit: 'a factor',
  source: 'Cochran, Sampling Techniques',
  example: {
    of: '8 of 10 (mean), 24 of 30 and 24 of 40 (share)',
    compute: () => [meanCorrection(8, 10), effectiveN(24, 30), effectiveN(24, 40)],
    expected: [0.447214, 116, 58.5],
  },
} as const satisfies StatisticDefinition;
