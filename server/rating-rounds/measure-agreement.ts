import { z } from 'zod';
import { bootstrap, LEAST_RESAMPLES } from '#rubrics/statistics/bootstrap.ts';
import { krippendorffAlpha, prepareAlpha, type Unit } from '#rubrics/statistics/krippendorff.ts';
import { pairTable, weightedKappa } from '#rubrics/statistics/weighted-kappa.ts';

/** From here on agreement is called reliable, and tentative. Source: Krippendorff, Content Analysis (2004), 11.4.2. */
const RELIABLE = 0.8;
const TENTATIVE = 0.667;
/** With fewer units a bootstrap interval is too narrow to be believed, and alpha turns on single ratings. */
export const FEWEST_UNITS = 8;
const CONFIDENCE = 0.95;

export const agreementSchema = z.strictObject({
  /** ordinal Krippendorff's alpha over everything that two or more have rated; null: undefined */
  alpha: z.number().nullable(),
  /** rated by two or more */
  units: z.int(),
  /** the ratings they hold */
  values: z.int(),
  /** undefined: no place is rated twice (units 0), or every rating is the same, so that chance could not disagree */
  reading: z.enum(['reliable', 'tentative', 'not_reliable', 'too_few_units', 'undefined']),
  /** percentile bootstrap over the units */
  interval: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      confidence: z.number(),
      resamples: z.int(),
      /** share of the resamples in which alpha is undefined */
      undefinedShare: z.number(),
      /** every possible resample was taken */
      exact: z.boolean(),
    })
    .nullable(),
  /** the numbers drawn begin from here; kept so that the interval can be computed again */
  seed: z.int(),
  /** weighted kappa where exactly two have rated; null: more, or undefined */
  kappa: z.strictObject({ linear: z.number().nullable(), quadratic: z.number().nullable(), units: z.int() }).nullable(),
});
export type Agreement = z.infer<typeof agreementSchema>;

/** How far the first ratings agree. `steps`: every rating that the scale allows, ascending; `units`: one row a place. */
export function measureAgreement(units: readonly Unit[], steps: readonly number[], seed: number): Agreement {
  const { alpha, units: rated, values } = krippendorffAlpha(units, 'ordinal');
  const pairable = units.filter((unit) => unit.filter((rating) => rating !== null).length > 1);
  const sampled = alpha === null ? null : resample(pairable, seed);
  return {
    alpha,
    units: rated,
    values,
    reading: read(alpha, rated),
    interval: sampled,
    seed,
    kappa: kappaOf(units, steps),
  };
}

function read(alpha: number | null, units: number): Agreement['reading'] {
  if (alpha === null) return 'undefined';
  if (units < FEWEST_UNITS) return 'too_few_units';
  if (alpha >= RELIABLE) return 'reliable';
  return alpha >= TENTATIVE ? 'tentative' : 'not_reliable';
}

function resample(units: readonly Unit[], seed: number): Agreement['interval'] {
  const found = bootstrap(units.length, prepareAlpha(units, 'ordinal'), {
    ...{ seed, resamples: LEAST_RESAMPLES },
    confidence: CONFIDENCE,
  });
  if (found === null) return null;
  const { low, high, resamples, undefinedShare, exact } = found;
  return { low, high, confidence: CONFIDENCE, resamples, undefinedShare, exact };
}

function kappaOf(units: readonly Unit[], steps: readonly number[]): Agreement['kappa'] {
  const pairs = units.flatMap(([first = null, second = null, ...others]) =>
    first === null || second === null || others.length > 0 ? [] : [[first, second] as const],
  );
  if (pairs.length === 0) return null;
  const table = pairTable(pairs, steps);
  return {
    linear: weightedKappa(table, 'linear'),
    quadratic: weightedKappa(table, 'quadratic'),
    units: pairs.length,
  };
}
