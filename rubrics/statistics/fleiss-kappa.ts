import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/**
 * How far equally many raters of each unit agree beyond chance on categories without an order: `κ = (P̄ − P̄_e)/(1 − P̄_e)`.
 * `table[unit][category]`: how many chose it. Null unless every unit has the same number of raters, two or more, or where
 * all chose one category. Levels have an order: for them see Krippendorff's alpha. Source: Fleiss 1971.
 */
export function fleissKappa(table: readonly (readonly number[])[]): number | null {
  const [raters = 0, ...others] = table.map((unit) => unit.reduce((sum, count) => sum + count, 0));
  if (raters < 2 || others.some((count) => count !== raters)) return null;
  const agreeing = table.map(
    (unit) => unit.reduce((sum, count) => sum + count * (count - 1), 0) / (raters * (raters - 1)),
  );
  const observed = agreeing.toSorted((a, b) => a - b).reduce((sum, share) => sum + share, 0) / table.length;
  const categories = table[0]?.map((_, category) => table.reduce((sum, unit) => sum + (unit[category] ?? 0), 0)) ?? [];
  const expected = categories.reduce((sum, count) => sum + (count / (raters * table.length)) ** 2, 0);
  return round6(expected) === 1 ? null : round6((observed - expected) / (1 - expected));
}

/** Ten units, fourteen raters, five categories. */
const TEXTBOOK = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

export const fleissKappaStatistic = {
  key: 'fleiss-kappa',
  title: 'Fleiss’ kappa',
  formula: 'κ = (P̄ − P̄_e)/(1 − P̄_e)',
  unit: 'none; 1 is full agreement, 0 chance',
  source: 'Fleiss, Psychological Bulletin 76 (1971); the usual textbook table of 10 units and 14 raters',
  example: { of: 'the textbook table', compute: () => [fleissKappa(TEXTBOOK) ?? Number.NaN], expected: [0.209931] },
} as const satisfies StatisticDefinition;
