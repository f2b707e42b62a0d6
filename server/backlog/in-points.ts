const POINTS = 100;

/** A change of percent to target (a fraction) in points with two decimals, for files. */
export const inPoints = (value: number | null): number | null =>
  value === null ? null : Math.round(value * POINTS * POINTS) / POINTS;
