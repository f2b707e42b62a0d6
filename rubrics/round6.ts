/**
 * Rounds a derived number to 6 decimals, half away from zero, −0 to 0 (docs/scoring.md §2).
 * Every derived number goes through here before it is compared or written, so that the same evidence gives the same bytes.
 */
export function round6(value: number): number {
  const scaled = Math.abs(value) * 1e6;
  // from 2^53 on a double has no fraction to round
  if (!(scaled < 9_007_199_254_740_992)) return value;
  const rounded = Math.round(scaled) / 1e6;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
