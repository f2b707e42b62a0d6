import { expect, test } from 'vitest';
import { clearTrend } from '#rubrics/statistics/clear-trend.ts';
import type { TimedValue } from '#rubrics/statistics/theil-sen.ts';

const series = (...values: number[]) => values.map((value, time): TimedValue => [time, value]);

test('no trend is told of four points, however they rise', () => {
  expect(clearTrend(series(1, 2, 3, 4))).toBeNull();
});

test('five points that all rise, or all fall, are a trend', () => {
  // S = ±10 of 10 pairs: exact p = 2/5! = 0.016667
  expect(clearTrend(series(1, 2, 3, 4, 5))).toEqual({ p: 0.016667, exact: true, slope: 1, way: 1 });
  expect(clearTrend(series(5, 4, 3, 2, 1))).toMatchObject({ slope: -1, way: -1 });
});

test('what chance explains as well has a slope and no way', () => {
  // S = 8: one pair of ten falls; 4 + 1 of the 120 orders have one falling pair or none, p = 2 × 5/120 = 0.083333
  expect(clearTrend(series(2, 1, 3, 4, 5))).toMatchObject({ p: 0.083333, slope: 1, way: 0 });
});
