import { meanAndSd } from './mean-and-sd.ts';
import type { Interval, StatisticDefinition } from './statistic.ts';
import { wilson } from './wilson.ts';

/**
 * Customer satisfaction on an item from 1 to 5: the share of 4 and 5 ("top two") as a ratio with Wilson's interval, and the
 * mean beside it. Null where nobody answered. Source: the usual top-two-box share; Wilson 1927 for its interval.
 */
export function csat(
  answers: readonly number[],
  confidence: number,
  population?: number,
): { satisfied: Interval; mean: number } | null {
  const { mean } = meanAndSd(answers);
  if (mean === null) return null;
  const topTwo = answers.filter((answer) => answer >= 4).length;
  return { satisfied: wilson(topTwo / answers.length, answers.length, confidence, population), mean };
}

export const csatStatistic = {
  key: 'csat',
  title: 'Customer satisfaction (top two of five)',
  formula: '(answers 4 and 5)/n with Wilson’s interval; the mean beside it',
  unit: 'ratio 0…1; the mean on the scale 1…5',
  source: 'top-two-box share; Wilson 1927 for its interval',
  example: {
    of: '5, 4, 4, 5, 3, 95 %',
    compute: () => {
      const found = csat([5, 4, 4, 5, 3], 0.95);
      return found === null ? [] : [found.satisfied.estimate, found.satisfied.low, found.satisfied.high, found.mean];
    },
    expected: [0.8, 0.375535, 0.963776, 4.2],
  },
} as const satisfies StatisticDefinition;
