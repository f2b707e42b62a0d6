import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

const ITEMS = 10;

/**
 * System Usability Scale of one person, 0…100 points in steps of 2.5: odd items `r − 1`, even items `5 − r`, the sum × 2.5.
 * Null unless all ten items are answered, from 1 to 5. Averaged over people. Source: Brooke 1996.
 */
export function sus(answers: readonly number[]): number | null {
  if (answers.length !== ITEMS) return null;
  const sum = answers.reduce((total, answer, index) => total + (index % 2 === 0 ? answer - 1 : 5 - answer), 0);
  return round6(sum * 2.5);
}

export const susStatistic = {
  key: 'sus',
  title: 'System Usability Scale',
  formula: '2.5 × (Σ odd (r − 1) + Σ even (5 − r)) over ten items from 1 to 5',
  unit: 'points 0…100',
  source: 'Brooke 1996',
  example: {
    of: '4, 2, 4, 1, 5, 2, 4, 2, 4, 2',
    compute: () => [sus([4, 2, 4, 1, 5, 2, 4, 2, 4, 2]) ?? Number.NaN],
    expected: [80],
  },
} as const satisfies StatisticDefinition;
