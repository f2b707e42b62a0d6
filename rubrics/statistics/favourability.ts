import { round6 } from '../round6.ts';
import type { Interval, StatisticDefinition } from './statistic.ts';
import { wilson } from './wilson.ts';

/** Answers to an item from 1 to 5, counted. */
export type Counted = { favourable: number; neutral: number; unfavourable: number; dontKnow: number };

/** `n`: who gave an opinion; the shares are of those. `dontKnow`: a share of everybody who answered. */
export type Favourability = {
  n: number;
  favourable: Interval;
  neutral: number;
  unfavourable: number;
  dontKnow: number;
};

/**
 * How many see it favourably: 4 and 5 of 5, with Wilson's interval; 3 is neutral, 1 and 2 unfavourable, as ratios. "Don't
 * know" leaves the denominator and is told beside it. Null where nobody gave an opinion. Source: docs/scoring.md §3.1; the
 * interval: Wilson 1927.
 */
export function favourability(counted: Counted, confidence: number, population?: number): Favourability | null {
  const n = counted.favourable + counted.neutral + counted.unfavourable;
  if (n === 0) return null;
  return {
    n,
    favourable: wilson(counted.favourable / n, n, confidence, population),
    neutral: round6(counted.neutral / n),
    unfavourable: round6(counted.unfavourable / n),
    dontKnow: round6(counted.dontKnow / (n + counted.dontKnow)),
  };
}

export const favourabilityStatistic = {
  key: 'favourability',
  title: 'Favourability',
  formula: '(answers 4 and 5)/(answers 1 to 5), “don’t know” left out and told beside it',
  unit: 'ratio 0…1',
  source: 'the share as docs/scoring.md defines it; Wilson 1927 for its interval',
  example: {
    of: '8 favourable, 1 neutral, 1 unfavourable, 2 don’t know, 95 %',
    compute: () => {
      const found = favourability({ favourable: 8, neutral: 1, unfavourable: 1, dontKnow: 2 }, 0.95);
      if (found === null) return [];
      const { favourable, dontKnow } = found;
      return [favourable.estimate, favourable.low, favourable.high, dontKnow];
    },
    expected: [0.8, 0.490162, 0.943318, 0.166667],
  },
} as const satisfies StatisticDefinition;
