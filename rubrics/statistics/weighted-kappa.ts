import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/** What a step apart costs: everything, as much as the next one, or by its square. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

/**
 * How far two assessors agree beyond chance on categories that have an order: `κ = (p_o − p_e)/(1 − p_e)` with the
 * weights `w = 1 − (|i − j|/(k − 1))^q`, q 1 linear and 2 quadratic. `table[i][j]`: how often the first said the i-th of k
 * categories and the second the j-th. Null of nothing, or where chance alone would agree wholly. Source: Cohen 1960, 1968.
 */
export function weightedKappa(table: readonly (readonly number[])[], weights: KappaWeights): number | null {
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0) / total);
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0) / total);
  let observed = 0;
  let expected = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const weight = weightOf(Math.abs(i - j), table.length, weights);
      observed += weight * (count / total);
      expected += weight * (rows[i] ?? 0) * (columns[j] ?? 0);
    }
  }
  return round6(expected) === 1 ? null : round6((observed - expected) / (1 - expected));
}

function weightOf(apart: number, categories: number, weights: KappaWeights): number {
  if (apart === 0) return 1;
  if (weights === 'unweighted') return 0;
  return 1 - (apart / (categories - 1)) ** (weights === 'linear' ? 1 : 2);
}

/** The table of two assessors' ratings of the same units, over all categories of the scale in their order. */
export function pairTable(
  pairs: readonly (readonly [first: number, second: number])[],
  categories: readonly number[],
): number[][] {
  return categories.map((row) =>
    categories.map((column) => pairs.filter(([first, second]) => first === row && second === column).length),
  );
}

export const weightedKappaStatistic = {
  key: 'weighted-kappa',
  title: 'Weighted kappa of two assessors',
  formula: 'κ = (p_o − p_e)/(1 − p_e), w = 1 − (|i − j|/(k − 1))^q',
  unit: 'none; 1 is full agreement, 0 chance',
  source: 'Cohen 1960 and 1968; the table SexualFun of R’s package vcd',
  example: {
    of: '7 7 2 3, 2 8 3 7, 1 5 4 9, 2 8 9 14: unweighted, linear, quadratic',
    compute: () => {
      const table = [
        [7, 7, 2, 3],
        [2, 8, 3, 7],
        [1, 5, 4, 9],
        [2, 8, 9, 14],
      ];
      return (['unweighted', 'linear', 'quadratic'] as const).map(
        (weights) => weightedKappa(table, weights) ?? Number.NaN,
      );
    },
    expected: [0.12933, 0.237381, 0.332046],
  },
} as const satisfies StatisticDefinition;
