import type { Combiner } from '../../pack-roll-up.ts';
import { round6 } from '../../round6.ts';
import { sumSorted } from '../sum-sorted.ts';

/** A number with its weight in a mean. */
export type Weighed = { value: number; weight: number };

/**
 * One number of several, 6 decimals: their sum, their mean by weight, or the least of them. Null of none: what is left out of
 * every sum has no number. The order never matters.
 */
export function combine(how: Combiner, numbers: readonly Weighed[]): number | null {
  if (numbers.length === 0) return null;
  if (how === 'minimum') return round6(Math.min(...numbers.map(({ value }) => value)));
  if (how === 'sum') return round6(sumSorted(numbers, ({ value }) => value));
  return round6(sumSorted(numbers, ({ value, weight }) => value * weight) / sumSorted(numbers, ({ weight }) => weight));
}
