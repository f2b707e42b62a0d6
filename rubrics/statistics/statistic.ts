/** An estimate with the interval around it, in the unit of the estimate. */
export type Interval = { estimate: number; low: number; high: number };

/**
 * One statistic, as the methodology page tells it. A new one is one file here and one line in `registry.ts`.
 * The worked example is recomputed by the tests, to the digits of its source.
 */
export type StatisticDefinition = {
  key: string;
  title: string;
  formula: string;
  unit: string;
  source: string;
  example: { of: string; compute: () => readonly number[]; expected: readonly number[] };
};
