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
  const size = categories.length;
  return (chosen) => {
    const sum = new Float64Array(size * size);
    for (const unit of chosen) {
      for (const [place, weight] of counted[unit] ?? []) sum[place] = (sum[place] ?? 0) + weight;
    }
    return alphaFrom(sum, categories, metric);
  };
}

const givenOf = (unit: Unit): number[] => unit.filter((rating) => rating !== null);

/** Every ordered pair of ratings of one unit, each worth 1/(m − 1), by its place in the table of categories. */
function coincidences(given: readonly number[], categories: readonly number[]): [place: number, weight: number][] {
  const weights = new Map<number, number>();
  const places = given.map((rating) => categories.indexOf(rating));
  for (const [i, row] of places.entries()) {
    for (const [j, column] of places.entries()) {
      if (i === j) continue;
      const place = row * categories.length + column;
      weights.set(place, (weights.get(place) ?? 0) + 1 / (given.length - 1));
    }
  }
  return [...weights];
}

function alphaFrom(coincidence: Float64Array, categories: readonly number[], metric: Metric): number | null {
  const size = categories.length;
  const totals = categories.map((_, row) =>
    coincidence.subarray(row * size, (row + 1) * size).reduce((sum, weight) => sum + weight, 0),
  );
  const n = totals.reduce((sum, total) => sum + total, 0);
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      const distance = DISTANCES[metric](categories, totals, [row, column]);
      observed += 2 * (coincidence[row * size + column] ?? 0) * distance;
      expected += 2 * (totals[row] ?? 0) * (totals[column] ?? 0) * distance;
    }
  }
  return expected === 0 ? null : round6(1 - ((n - 1) * observed) / expected);
}

type Distance = (
  categories: readonly number[],
  totals: readonly number[],
  places: readonly [low: number, high: number],
) => number;

/** Squared differences of two categories. */
const DISTANCES: Record<Metric, Distance> = {
  nominal: () => 1,
  // how many ratings lie between the two, with half of each of their own
  ordinal: (_, totals, [low, high]) => {
    const between = totals.slice(low, high + 1).reduce((sum, total) => sum + total, 0);
    return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
  },
  interval: (categories, _, [low, high]) => ((categories[low] ?? 0) - (categories[high] ?? 0)) ** 2,
  ratio: (categories, _, [low, high]) => {
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
