import { round6 } from '../round6.ts';
import { normalZ } from './quantiles.ts';
import type { Interval, StatisticDefinition } from './statistic.ts';

/** A value at a time; the unit of the times is that of the slope. */
export type TimedValue = readonly [time: number, value: number];

/**
 * The slope of a series that single odd values hardly move: the median of the slopes of all pairs, in the unit of the values
 * for each unit of time. Null with fewer than two times. Source: Theil 1950; Sen 1968.
 */
export function theilSen(points: readonly TimedValue[]): number | null {
  return middleOf(slopesOf(points));
}

/**
 * The slope with its interval, from the same slopes by rank: those `z·√Var/2` ranks below and above the middle, where Var is
 * the variance of Mann–Kendall's S with its correction for ties. Null with fewer than two times. Source: Sen 1968, section 4.
 */
export function theilSenInterval(points: readonly TimedValue[], confidence: number): Interval | null {
  const slopes = slopesOf(points);
  const estimate = middleOf(slopes);
  if (estimate === null) return null;
  const ranks = normalZ(confidence) * Math.sqrt(varianceOf(points));
  const low = slopes[Math.max(0, Math.round((slopes.length - ranks) / 2) - 1)] ?? estimate;
  const high = slopes[Math.min(slopes.length - 1, Math.round((slopes.length + ranks) / 2))] ?? estimate;
  return { estimate, low: round6(low), high: round6(high) };
}

function slopesOf(points: readonly TimedValue[]): number[] {
  return points
    .flatMap(([time, value], i) =>
      points.slice(i + 1).flatMap(([later, other]) => (later === time ? [] : [(other - value) / (later - time)])),
    )
    .toSorted((a, b) => a - b);
}

function middleOf(sorted: readonly number[]): number | null {
  const above = sorted[Math.floor(sorted.length / 2)];
  const below = sorted[Math.ceil(sorted.length / 2) - 1];
  return above === undefined || below === undefined ? null : round6((above + below) / 2);
}

function varianceOf(points: readonly TimedValue[]): number {
  const n = points.length;
  const tied = [0, 1].reduce((sum, column) => {
    const groups = Map.groupBy(points, (point) => point.at(column)).values();
    return sum + [...groups].reduce((of, { length: t }) => of + t * (t - 1) * (2 * t + 5), 0);
  }, 0);
  return Math.max(0, (n * (n - 1) * (2 * n + 5) - tied) / 18);
}

export const theilSenStatistic = {
  key: 'theil-sen',
  title: 'Theil–Sen slope',
  formula: 'the median of (x_j − x_i)/(t_j − t_i) over i < j',
  unit: 'that of the values, for each unit of time',
  source: 'Theil 1950; Sen 1968',
  example: {
    of: '58, 61, 60, 64, 66, 67, 71, 70, one a quarter: the slope and its 95 % limits',
    compute: () => {
      const values = [58, 61, 60, 64, 66, 67, 71, 70];
      const points = values.map((value, quarter): TimedValue => [quarter, value]);
      const found = theilSenInterval(points, 0.95);
      return found === null ? [] : [found.estimate, found.low, found.high];
    },
    expected: [1.9, 1.5, 2.5],
  },
} as const satisfies StatisticDefinition;
