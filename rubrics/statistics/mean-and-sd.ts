import { round6 } from '../round6.ts';

/**
 * Mean `Σx/n` and sample standard deviation `√(Σ(x − x̄)²/(n − 1))`, in the unit of the values, 6 decimals.
 * Values are sorted before they are summed, so their order does not matter. Null below one and two values.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.1 and 1.3.5.6.
 */
export function meanAndSd(values: readonly number[]): { mean: number | null; sd: number | null } {
  const n = values.length;
  if (n === 0) return { mean: null, sd: null };
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { mean: round6(mean), sd: null };
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean: round6(mean), sd: round6(Math.sqrt(squares / (n - 1))) };
}
