import { round6 } from '../round6.ts';
import type { Count } from './newcombe.ts';
import type { StatisticDefinition } from './statistic.ts';

/** What floating point adds to a probability that equals the observed one. */
const SLACK = 1 + 1e-7;

/**
 * How often two groups that do not differ would show shares at least as far apart, two-sided: the sum of the
 * hypergeometric probabilities of all tables with the same margins that are no likelier than the one seen. It never claims
 * too much, however few the answers. 1 where a group is empty. Source: Fisher 1935; two-sided as in R's `fisher.test`.
 */
export function fisherExact(one: Count, two: Count): number {
  const favourable = one.x + two.x;
  const least = Math.max(0, favourable - two.n);
  const most = Math.min(favourable, one.n);
  const logs = Array.from(
    { length: most - least + 1 },
    (_, index) => logChoose(one.n, least + index) + logChoose(two.n, favourable - least - index),
  );
  // as many as there are answers: more than a call takes arguments
  const largest = logs.reduce((best, log) => Math.max(best, log), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(log - largest));
  const seen = (weights[one.x - least] ?? 0) * SLACK;
  const sum = (of: readonly number[]) => of.toSorted((a, b) => a - b).reduce((total, weight) => total + weight, 0);
  return round6(Math.min(1, sum(weights.filter((weight) => weight <= seen)) / sum(weights)));
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

const factorials = [0];

function logFactorial(n: number): number {
  for (let next = factorials.length; next <= n; next++) factorials.push((factorials.at(-1) ?? 0) + Math.log(next));
  return factorials[n] ?? 0;
}

export const fisherExactStatistic = {
  key: 'fisher-exact',
  title: 'Fisher’s exact test of two shares',
  formula: 'Σ of the hypergeometric probabilities that are no larger than the one seen',
  unit: 'p is a share 0…1',
  source: 'Fisher, The Design of Experiments (1935)',
  example: {
    of: 'the lady tasting tea: 3 of 4 against 1 of 4, (1 + 16 + 16 + 1)/70',
    compute: () => [fisherExact({ x: 3, n: 4 }, { x: 1, n: 4 })],
    expected: [0.485714],
  },
} as const satisfies StatisticDefinition;
