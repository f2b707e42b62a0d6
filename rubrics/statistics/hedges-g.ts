import { round6 } from '../round6.ts';
import type { Sample } from './mean-t.ts';
import type { StatisticDefinition } from './statistic.ts';

/**
 * How far two means are apart, second less first, in standard deviations:
 * `g = (x̄2 − x̄1)/s_pooled × (1 − 3/(4(n1 + n2 − 2) − 1))`. Null with fewer than two values on a side or no spread.
 * Source: Hedges 1981.
 */
export function hedgesG(first: Sample, second: Sample): number | null {
  if (first.n < 2 || second.n < 2) return null;
  const degrees = first.n + second.n - 2;
  const pooled = Math.sqrt(((first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2) / degrees);
  if (pooled === 0) return null;
  return round6(((second.mean - first.mean) / pooled) * (1 - 3 / (4 * degrees - 1)));
}

export const hedgesGStatistic = {
  key: 'hedges-g',
  title: 'Hedges’ g',
  formula: '(x̄2 − x̄1)/s_pooled × (1 − 3/(4(n1 + n2 − 2) − 1))',
  unit: 'standard deviations',
  source: 'Hedges, Journal of Educational Statistics 6 (1981)',
  example: {
    of: 'means 5 and 7, both of four values with s 2: 1 × (1 − 3/23)',
    compute: () => [hedgesG({ mean: 5, sd: 2, n: 4 }, { mean: 7, sd: 2, n: 4 }) ?? Number.NaN],
    expected: [0.869565],
  },
} as const satisfies StatisticDefinition;
