import { expect, test } from 'vitest';
import { forecastEnd } from '#server/campaigns/forecast-end.ts';

/** So many reached of ten, a day each from 1 November on. */
const days = (reached: number[], of = 10) =>
  reached.map((n, index) => ({ day: `2026-11-${String(index + 1).padStart(2, '0')}`, reached: n, of }));

test('nothing is said of a pace before five points', () => {
  expect(forecastEnd([])).toEqual({ verdict: 'too_few', points: 0, needed: 5 });
  expect(forecastEnd(days([1, 2, 3, 4]))).toEqual({ verdict: 'too_few', points: 4, needed: 5 });
});

test('one more every day is through after as many days as are left', () => {
  // 1 … 5 of 10 on 1 to 5 November: slope 1 a day, S = 10, exact p = 2/120 = 0.0167; five are left
  expect(forecastEnd(days([1, 2, 3, 4, 5]))).toEqual({ verdict: 'expected', endsOn: '2026-11-10', perWeek: 7 });
});

test('what chance explains, stands still or goes back is no pace', () => {
  expect(forecastEnd(days([3, 3, 3, 3, 3, 3]))).toEqual({ verdict: 'no_pace' });
  // S = 4 of 10 pairs: p = 0.48
  expect(forecastEnd(days([2, 1, 3, 2.5, 4]))).toEqual({ verdict: 'no_pace' });
  expect(forecastEnd(days([5, 4, 3, 2, 1]))).toEqual({ verdict: 'no_pace' });
});

test('what has everything is done, and what would take years is not dated', () => {
  expect(forecastEnd(days([8, 9, 10]))).toEqual({ verdict: 'done' });
  // one more in six days, of ten thousand
  expect(forecastEnd(days([1, 2, 3, 4, 5, 6], 10_000))).toEqual({ verdict: 'beyond' });
});

test('the pace is that of the last ninety days', () => {
  const old = [1, 2, 3, 4, 5].map((reached, index) => ({ day: `2026-01-0${index + 1}`, reached, of: 10 }));
  expect(forecastEnd([...old, ...days([5, 5])])).toEqual({ verdict: 'too_few', points: 2, needed: 5 });
});
