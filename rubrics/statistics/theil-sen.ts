import { round6 } from '../round6.ts';
import type { StatisticDefinition } from './statistic.ts';

/** A value at a time; the unit of the times is that of the slope. */
export type TimedValue = readonly [time: number, value: number];

/**
 * The slope of a series that single odd values hardly move: the median of the slopes of all pairs, in the unit of the values
 * for each unit of time. Null with fewer than two times. Source: Theil 1950; Sen 1968.
 */
export function theilSen(points: readonly TimedValue[]): number | null {
  const slopes = points
    .flatMap(([time, value], i) =>
      points.slice(i + 1).flatMap(([later, other]) => (later === time ? [] : [(other - value) / (later - time)])),
    )
    .toSorted((a, b) => a - b);
  const above = slopes[Math.floor(slopes.length / 2)];
  const below = slopes[Math.ceil(slopes.length / 2) - 1];
  return above === undefined || below === undefined ? null : round6((above + below) / 2);
}

export const theilSenStatistic = {
  key: 'theil-sen',
  title: 'Theil–Sen slope',
  formula: 'the median of (x_j − x_i)/(t_j − t_i) over i < j',
  unit: 'that of the values, for each unit of time',
  source: 'Theil 1950; Sen 1968',
  example: {
    of: '58, 61, 60, 64, 66, 67, 71, 70, one a quarter',
    compute: () => {
      const values = [58, 61, 60, 64, 66, 67, 71, 70];
      return [theilSen(values.map((value, quarter): TimedValue => [quarter, value])) ?? Number.NaN];
    },
    expected: [1.9],
  },
} as const satisfies StatisticDefinition;
