import { expect, test } from 'vitest';
import { type TimedValue, theilSen } from '#rubrics/statistics/theil-sen.ts';

const slopeOf = (...values: number[]) => theilSen(values.map((value, time): TimedValue => [time, value]));

// worked from the slopes of all pairs: 28 for eight values, 6 for four, 15 for six
test('the slope is Theil’s and Sen’s', () => {
  expect(slopeOf(58, 61, 60, 64, 66, 67, 71, 70)).toBe(1.9);
  expect(slopeOf(58, 61, 60, 64)).toBe(1.75);
  expect(slopeOf(60, 60, 62, 61, 63, 63)).toBe(0.6);
  expect(slopeOf(62, 61, 63, 60, 62, 61, 63, 62)).toBe(0);
});

test('times need not be evenly apart: 0 to 6 in two steps of 1 and 2 rises by 2 a step', () => {
  expect(
    theilSen([
      [0, 0],
      [1, 2],
      [3, 6],
    ]),
  ).toBe(2);
});

test('one point, or points of one time, have no slope', () => {
  expect(slopeOf(5)).toBeNull();
  expect(
    theilSen([
      [1, 2],
      [1, 3],
    ]),
  ).toBeNull();
});
