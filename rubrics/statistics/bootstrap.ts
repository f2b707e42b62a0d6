import { round6 } from '../round6.ts';
import { meanAndSd } from './mean-and-sd.ts';
import { seededRandom } from './seeded-random.ts';
import type { StatisticDefinition } from './statistic.ts';

/** How to resample: `resamples` is 2,000 or more, `seed` a whole number of 0 or more that is kept with the result. */
export type Resampling = { seed: number; resamples: number; confidence: number };

/**
 * `exact`: every possible resample was taken, and the seed was not needed. `resamples`: of how many the statistic is defined;
 * `undefinedShare`: of how many it is not, a ratio. The limits, mean and spread are in the unit of the statistic.
 */
export type Bootstrap = {
  low: number;
  high: number;
  mean: number;
  sd: number;
  resamples: number;
  undefinedShare: number;
  exact: boolean;
};

export const LEAST_RESAMPLES = 2_000;
/** 5⁵ = 3,125 resamples are few enough to take them all; 6⁶ are not. */
const LARGEST_EXACT = 5;

/**
 * The percentile interval of a statistic of n units, resampled with replacement: quantiles of the resampled values by the
 * inverse of their distribution. Up to five units every resample is taken, else as many as asked for, drawn from the seed.
 * The statistic gets the positions of the units drawn, and gives null where it is undefined. Null where it never is defined.
 * Below about eight units such an interval is too narrow. Source: Efron 1979; Efron and Tibshirani 1993, chapter 13.
 */
export function bootstrap(
  units: number,
  statistic: (drawn: readonly number[]) => number | null,
  { seed, resamples, confidence }: Resampling,
): Bootstrap | null {
  if (units < 1) return null;
  const exact = units <= LARGEST_EXACT;
  const taken = exact ? units ** units : Math.max(resamples, LEAST_RESAMPLES);
  const draw = exact ? inTurn(units) : atRandom(units, seed);
  const values: number[] = [];
  for (let i = 0; i < taken; i++) {
    const value = statistic(draw(i));
    if (value !== null) values.push(value);
  }
  values.sort((a, b) => a - b);
  const { mean, sd } = spreadOf(values);
  const low = quantile(values, (1 - confidence) / 2);
  const high = quantile(values, (1 + confidence) / 2);
  if (low === undefined || high === undefined) return null;
  const undefinedShare = round6(1 - values.length / taken);
  return { low: round6(low), high: round6(high), mean, sd, resamples: values.length, undefinedShare, exact };
}

/** The smallest value that so large a share of the sorted values does not exceed; never between two of them. */
function quantile(sorted: readonly number[], share: number): number | undefined {
  // what floating point adds above a whole rank is no rank more
  const rank = Math.ceil(round6(share * sorted.length));
  return sorted[Math.max(1, rank) - 1];
}

/** The spread is of all resamples there are, not of a sample of them. */
function spreadOf(sorted: readonly number[]): { mean: number; sd: number } {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean: round6(mean), sd: round6(Math.sqrt(squares / sorted.length)) };
}

/** The i-th of all nⁿ resamples: the digits of i in base n. */
function inTurn(units: number): (i: number) => readonly number[] {
  return (i) => Array.from({ length: units }, (_, digit) => Math.floor(i / units ** digit) % units);
}

function atRandom(units: number, seed: number): () => readonly number[] {
  const { below } = seededRandom(seed);
  return () => Array.from({ length: units }, () => below(units));
}

export const bootstrapStatistic = {
  key: 'bootstrap',
  title: 'Bootstrap interval',
  formula:
    'the quantiles of a statistic over resamples with replacement, from a seed that is kept; all of them up to n = 5',
  unit: 'that of the statistic',
  source: 'Efron 1979; Efron and Tibshirani 1993',
  example: {
    of: 'the mean of 3, 4, 4, 5, 7 over all 3,125 resamples: its mean, spread and 95 % limits',
    compute: () => {
      const values = [3, 4, 4, 5, 7];
      const meanOf = (drawn: readonly number[]) => meanAndSd(drawn.flatMap((at) => values[at] ?? [])).mean;
      const found = bootstrap(values.length, meanOf, { seed: 1, resamples: LEAST_RESAMPLES, confidence: 0.95 });
      return found === null ? [] : [found.mean, found.sd, found.low, found.high];
    },
    expected: [4.6, 0.60663, 3.6, 5.8],
  },
} as const satisfies StatisticDefinition;
