import { expect, test } from 'vitest';
import { type TimedValue, theilSen, theilSenInterval } from '#rubrics/statistics/theil-sen.ts';

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

const intervalOf = (...values: number[]) =>
  theilSenInterval(
    values.map((value, time): TimedValue => [time, value]),
    0.95,
  );

// eight values: Var 65.3333, so 15.84 ranks: the 6th and the 23rd of 28 slopes
test('its limits are Sen’s, by rank', () => {
  expect(intervalOf(58, 61, 60, 64, 66, 67, 71, 70)).toEqual({ estimate: 1.9, low: 1.5, high: 2.5 });
});

// three slopes of 1, 2 and 1.5: 3.75 ranks reach beyond both ends
test('of few points the limits are the flattest and the steepest slope', () => {
  expect(intervalOf(0, 1, 3)).toEqual({ estimate: 1.5, low: 1, high: 2 });
  expect(intervalOf(4)).toBeNull();
});
