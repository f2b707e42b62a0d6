import { round6 } from '../round6.ts';
import { normalZ } from './quantiles.ts';
import type { Interval, StatisticDefinition } from './statistic.ts';

/**
 * Net promoter score, −100…100 points: `100 (p − d)`, with the adjusted Wald interval: ¾ is added to promoters and to
 * detractors and 3 to n, then `100 (p − d) ± z · 100 √((p + d − (p − d)²)/n)`, kept within the scale.
 * Shown, never a criterion. Source: Rocks 2016; MeasuringU's comparison of intervals.
 */
export function netPromoterScore(promoters: number, detractors: number, n: number, confidence: number): Interval {
  const size = n + 3;
  const p = (promoters + 0.75) / size;
  const d = (detractors + 0.75) / size;
  const half = normalZ(confidence) * 100 * Math.sqrt((p + d - (p - d) ** 2) / size);
  const centre = 100 * (p - d);
  return {
    estimate: round6((100 * (promoters - detractors)) / n),
    low: Math.max(-100, round6(centre - half)),
    high: Math.min(100, round6(centre + half)),
  };
}

/** The standard error of the score itself, in points: `100 √((p + d − (p − d)²)/n)`. 0 where all say the same: see above. */
export function npsStandardError(promoters: number, detractors: number, n: number): number {
  const p = promoters / n;
  const d = detractors / n;
  return round6(100 * Math.sqrt((p + d - (p - d) ** 2) / n));
}

export const npsStatistic = {
  key: 'nps',
  title: 'Net promoter score with the adjusted Wald interval',
  formula: '100 (p − d) ± z · 100 √((p + d − (p − d)²)/n), ¾ added to both groups and 3 to n',
  unit: 'points −100…100',
  source: 'Rocks 2016',
  example: {
    of: '162 promoters and 54 detractors of 324, 95 %: score, limits and standard error',
    compute: () => {
      const { estimate, low, high } = netPromoterScore(162, 54, 324, 0.95);
      return [estimate, low, high, npsStandardError(162, 54, 324)].map((value) => Math.round(value * 100) / 100);
    },
    expected: [33.33, 24.95, 41.11, 4.14],
  },
} as const satisfies StatisticDefinition;
