import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import { round6 } from '../round6.ts';
import type { Sample } from './mean-t.ts';
import { studentT } from './quantiles.ts';
import type { Interval, StatisticDefinition } from './statistic.ts';

/** `difference` is second less first, in the unit of the means; `p` is two-sided. */
export type Welch = { difference: Interval; t: number; degrees: number; p: number };

/**
 * Whether two independent means differ, without supposing equal spreads: `t = (x̄2 − x̄1)/√(s1²/n1 + s2²/n2)`, with
 * Welch's and Satterthwaite's degrees of freedom. Null where nobody can say: fewer than two values on a side, or no spread
 * on either. Two waves of an anonymous survey count as independent, which is cautious. Source: Welch 1947.
 */
export function welch(first: Sample, second: Sample, confidence: number): Welch | null {
  if (first.n < 2 || second.n < 2) return null;
  const one = first.sd ** 2 / first.n;
  const two = second.sd ** 2 / second.n;
  const error = Math.sqrt(one + two);
  if (error === 0) return null;
  const degrees = (one + two) ** 2 / (one ** 2 / (first.n - 1) + two ** 2 / (second.n - 1));
  const difference = second.mean - first.mean;
  const t = difference / error;
  const half = studentT(confidence, degrees) * error;
  return {
    difference: {
      estimate: round6(difference),
      low: round6(difference - half),
      high: round6(difference + half),
    },
    t: round6(t),
    degrees: round6(degrees),
    p: round6(2 * studentCdf(-Math.abs(t), degrees)),
  };
}

export const welchStatistic = {
  key: 'welch',
  title: 'Welch’s test of two means',
  formula: 't = (x̄2 − x̄1)/√(s1²/n1 + s2²/n2), degrees by Satterthwaite',
  unit: 'the difference in the unit of the means; p is a share 0…1',
  source: 'Welch, Biometrika 34 (1947)',
  example: {
    of: 'means 5 and 6, both of eight values with s 2, 95 %: difference, t = 1/√(½ + ½), degrees of freedom',
    compute: () => {
      const found = welch({ mean: 5, sd: 2, n: 8 }, { mean: 6, sd: 2, n: 8 }, 0.95);
      return found === null ? [] : [found.difference.estimate, found.t, found.degrees];
    },
    expected: [1, 1, 14],
  },
} as const satisfies StatisticDefinition;
