import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/**
 * UMUX-Lite of one person, 0…100 points: `(usefulness + ease − 2) × 100/12`, both items from 1 to 7.
 * Averaged per person, then over people. Source: Lewis, Utesch and Maher 2013.
 */
export function umuxLite(usefulness: number, ease: number): number {
  return round6(((usefulness + ease - 2) * 100) / 12);
}

/** The SUS-equivalent of a UMUX-Lite score, 22.9…87.9 points: `0.65 × U + 22.9`. For orientation only. Source: the same. */
export function susEquivalent(score: number): number {
  return round6(0.65 * score + 22.9);
}

export const umuxLiteStatistic = {
  key: 'umux-lite',
  title: 'UMUX-Lite',
  formula: '(i1 + i2 − 2) × 100/12; SUS-equivalent 0.65 × U + 22.9',
  unit: 'points 0…100',
  source: 'Lewis, Utesch and Maher 2013',
  example: {
    of: '5 and 6 of 7',
    compute: () => [umuxLite(5, 6), susEquivalent(umuxLite(5, 6))],
    expected: [75, 71.65],
  },
} as const satisfies StatisticDefinition;
