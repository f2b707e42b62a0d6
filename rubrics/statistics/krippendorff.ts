import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/** What a difference of two ratings means: any, one of order, of distance, or of proportion. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** The ratings of one unit; null: this assessor gave none. */
export type Unit = readonly (number | null)[];

/** `units`: those rated by two or more; `values`: how many ratings they hold. */
export type Agreement = { alpha: number | null; units: number; values: number };

/**
 * How far assessors agree beyond chance, for any number of them and with ratings missing: `α = 1 − D_o/D_e` from the
 * coincidences; 1 is full agreement, 0 chance, below 0 disagreement on purpose. A rating without another one of its unit is
 * left out. Null where chance itself could not disagree: no unit is rated twice, or every rating is the same.
 * Source: Krippendorff, Content Analysis (2004), chapter 11; "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function krippendorffAlpha(units: readonly Unit[], metric: Metric): Agreement {
  const pairable = units.map(givenOf).filter(({ length }) => length > 1);
  const alphaOf = prepareAlpha(units, metric);
  return {
    alpha: alphaOf(units.map((_, index) => index)),
    units: pairable.length,
    values: pairable.reduce((sum, { length }) => sum + length, 0),
  };
}

/**
 * The same for many choices of the units, given by their positions (one may stand several times), as resampling asks for it:
 * the coincidences of each unit are counted once.
 */
export function prepareAlpha(units: readonly Unit[], metric: Metric): (chosen: readonly number[]) => number | null {
  const rated = units.map(givenOf);
  const categories = [...new Set(rated.filter(({ length }) => length > 1).flat())].toSorted((a, b) => a - b);
  const counted = rated.map((given) => coincidences(given, categories));
  const sum = new Float64Array(categories.length ** 2);
  return (chosen) => {
    sum.fill(0);
    for (const unit of chosen) add(counted[unit], sum);
    return alphaFrom(sum, categories, metric);
  };
}

const givenOf = (unit: Unit): number[] => unit.filter((rating) => rating !== null);

/** Cells of the table of categories, by their place in it, and what a unit adds to each. */
type Coincidences = { places: Uint32Array; weights: Float64Array };

/** Every ordered pair of ratings of one unit, each worth 1/(m − 1). */
function coincidences(given: readonly number[], categories: readonly number[]): Coincidences {
  const weights = new Map<number, number>();
  const rows = given.map((rating) => categories.indexOf(rating));
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of rows.entries()) {
      if (i === j) continue;
      const place = row * categories.length + column;
      weights.set(place, (weights.get(place) ?? 0) + 1 / (given.length - 1));
    }
  }
  return { places: Uint32Array.from(weights.keys()), weights: Float64Array.from(weights.values()) };
}

// counted loops over plain numbers: resampling comes through here millions of times
function add(unit: Coincidences | undefined, sum: Float64Array): void {
  if (unit === undefined) return;
  const { places, weights } = unit;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    sum[place] = (sum[place] ?? 0) + (weights[i] ?? 0);
  }
}

function alphaFrom(coincidence: Float64Array, categories: readonly number[], metric: Metric): number | null {
  const size = categories.length;
  const totals = totalsOf(coincidence, size);
  const n = totals.reduce((sum, total) => sum + total, 0);
  const distance = DISTANCES[metric](categories, totals);
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      const apart = distance(row, column);
      observed += 2 * (coincidence[row * size + column] ?? 0) * apart;
      expected += 2 * (totals[row] ?? 0) * (totals[column] ?? 0) * apart;
    }
  }
  return expected === 0 ? null : round6(1 - ((n - 1) * observed) / expected);
}

function totalsOf(coincidence: Float64Array, size: number): Float64Array {
  const totals = new Float64Array(size);
  for (let place = 0; place < coincidence.length; place++) {
    const row = Math.floor(place / size);
    totals[row] = (totals[row] ?? 0) + (coincidence[place] ?? 0);
  }
  return totals;
}

type Distance = (categories: readonly number[], totals: Float64Array) => (low: number, high: number) => number;

/** Squared differences of two categories, by their places; the lower one first. */
const DISTANCES: Record<Metric, Distance> = {
  nominal: () => () => 1,
  // how many ratings lie between the two, with half of each of their own
  ordinal: (_, totals) => {
    const upTo = new Float64Array(totals.length);
    for (let i = 0, sum = 0; i < totals.length; i++) {
      const total = totals[i] ?? 0;
      // the middle of a category: all below it and half of itself
      upTo[i] = sum + total / 2;
      sum += total;
    }
    return (low, high) => ((upTo[high] ?? 0) - (upTo[low] ?? 0)) ** 2;
  },
  interval: (categories) => (low, high) => ((categories[low] ?? 0) - (categories[high] ?? 0)) ** 2,
  ratio: (categories) => (low, high) => {
    const [one, other] = [categories[low] ?? 0, categories[high] ?? 0];
    return one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2;
  },
};

export const krippendorffStatistic = {
  key: 'krippendorff',
  title: 'Krippendorff’s alpha',
  formula: 'α = 1 − D_o/D_e; ordinal δ² = (Σ_{g=c..k} n_g − (n_c + n_k)/2)²',
  unit: 'none; 1 is full agreement, 0 chance',
  source: 'Krippendorff, Content Analysis (2004); Computing Krippendorff’s Alpha-Reliability (2011)',
  example: {
    of: 'three assessors of five aspects (2 1 3 2 1, 2 2 3 2 1, 3 1 3 2 2): nominal, ordinal, interval',
    compute: () => {
      const units = [
        [2, 2, 3],
        [1, 2, 1],
        [3, 3, 3],
        [2, 2, 2],
        [1, 1, 2],
      ];
      return (['nominal', 'ordinal', 'interval'] as const).map(
        (metric) => krippendorffAlpha(units, metric).alpha ?? Number.NaN,
      );
    },
    expected: [0.416667, 0.65, 0.65],
  },
} as const satisfies StatisticDefinition;
