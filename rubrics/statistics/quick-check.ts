import { round6 } from '../round6.ts';
import { meanAndSd } from './mean-and-sd.ts';
import type { StatisticDefinition } from './statistic.ts';

const BANDS = 6;
const TOP = 10;

/** Of a band of lead time, recovery time or frequency, 1 (slowest) … 6: `(band − 1)/5 × 10` points. */
export const bandScore = (band: number): number => round6(((band - 1) / (BANDS - 1)) * TOP);

/** Of a fail or rework rate in percent, 0…100: `10 × (1 − p/100)` points. */
export const rateScore = (percent: number): number => round6(TOP * (1 - percent / 100));

/** Points 0…10 of each of DORA's five measures; null: not answered. */
export type QuickCheckScores = {
  leadTime: number | null;
  frequency: number | null;
  recovery: number | null;
  failRate: number | null;
  reworkRate: number | null;
};

/**
 * DORA's Quick Check: means of the points of what was answered, null where nothing was. DORA's own code counts what was left out
 * as 0 in the two groups; here it is left out. Source: DORA, quick check (dora.dev, 2025).
 */
export function quickCheck({ leadTime, frequency, recovery, failRate, reworkRate }: QuickCheckScores) {
  const mean = (...scores: (number | null)[]) => meanAndSd(scores.filter((score) => score !== null)).mean;
  return {
    overall: mean(leadTime, frequency, recovery, failRate, reworkRate),
    throughput: mean(leadTime, frequency, recovery),
    stability: mean(failRate, reworkRate),
  };
}

export const quickCheckStatistic = {
  key: 'quick-check',
  title: 'DORA Quick Check',
  formula: 'band: (band − 1)/5 × 10; rate: 10 × (1 − p/100); means of what was answered',
  unit: 'points 0…10',
  source: 'DORA, quick check (2025)',
  example: {
    of: 'lead time 4, frequency 4, recovery 5, fail rate 15 %, rework rate 20 %: overall, throughput, stability',
    compute: () => {
      const [slow, quick] = [bandScore(4), bandScore(5)];
      const rates = { failRate: rateScore(15), reworkRate: rateScore(20) };
      const found = quickCheck({ leadTime: slow, frequency: slow, recovery: quick, ...rates });
      return [found.overall, found.throughput, found.stability].map((points) => points ?? Number.NaN);
    },
    expected: [7.3, 6.666667, 8.25],
  },
} as const satisfies StatisticDefinition;
