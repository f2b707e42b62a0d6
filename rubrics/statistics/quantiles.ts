import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';

const remembered = new Map<number, Map<number, number>>();

/** The two-sided normal quantile z: 0.95 gives 1.959964, 0.9 gives 1.644854. */
export function normalZ(confidence: number): number {
  return remember(confidence, 0, () => normalQuantile((1 + confidence) / 2, 0, 1));
}

/** The two-sided Student quantile t with so many degrees of freedom (1 or more). */
export function studentT(confidence: number, degrees: number): number {
  return remember(confidence, degrees, () => studentQuantile((1 + confidence) / 2, degrees));
}

// the inverse of the incomplete beta function is slow, and a rubric asks for few different values
function remember(confidence: number, degrees: number, compute: () => number): number {
  const known = remembered.get(confidence) ?? new Map<number, number>();
  remembered.set(confidence, known);
  const value = known.get(degrees) ?? compute();
  if (known.size < 10_000) known.set(degrees, value);
  return value;
}
