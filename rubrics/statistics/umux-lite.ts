import { round6 } from '../round6.ts';

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
