import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/**
 * Whether the items of a scale speak of one thing: `k/(k − 1) × (1 − Σ s_i²/s_total²)`, no unit, 1 at most. One row a
 * person, one column an item; people who left an item out are left out before. Null with fewer than two people or items, or
 * where all totals are equal. Source: Cronbach 1951.
 */
export function cronbachAlpha(people: readonly (readonly number[])[]): number | null {
  const items = people[0]?.length ?? 0;
  if (people.length < 2 || items < 2) return null;
  const total = variance(people.map((answers) => answers.reduce((sum, answer) => sum + answer, 0)));
  if (total === 0) return null;
  const single = Array.from({ length: items }, (_, item) =>
    variance(people.flatMap((answers) => answers.at(item) ?? [])),
  );
  const sum = single.toSorted((a, b) => a - b).reduce((of, one) => of + one, 0);
  return round6((items / (items - 1)) * (1 - sum / total));
}

function variance(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sorted.length - 1);
}

export const cronbachAlphaStatistic = {
  key: 'cronbach-alpha',
  title: 'Cronbach’s alpha',
  formula: 'k/(k − 1) × (1 − Σ s_i²/s_total²)',
  unit: 'none; 1 at most',
  source: 'Cronbach, Psychometrika 16 (1951)',
  example: {
    of: '3 items equal but for their height, three people',
    compute: () => {
      const people = [1, 2, 4].map((answer) => [answer, answer + 1, answer + 2]);
      return [cronbachAlpha(people) ?? Number.NaN];
    },
    expected: [1],
  },
} as const satisfies StatisticDefinition;
