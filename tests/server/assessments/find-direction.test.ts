import { expect, test } from 'vitest';
import { findDirection } from '#server/assessments/find-direction.ts';

/** The ends of quarters from 2024-Q1 on. */
const ENDS = [
  '2024-04-01',
  '2024-07-01',
  '2024-10-01',
  '2025-01-01',
  '2025-04-01',
  '2025-07-01',
  '2025-10-01',
  '2026-01-01',
];
const quarters = (...values: (number | null)[]) =>
  values.map((value, i) => ({ asOf: `${ENDS[i] ?? ''}T00:00:00.000Z`, value }));

test('four quarters have no direction, however steeply they rise', () => {
  expect(findDirection(quarters(0.1, 0.3, 0.5, 0.9), [])).toEqual({
    ...{ points: 4, needed: 5, p: null, exact: true, slope: null, direction: 'too_few' },
  });
});

// 35 of the 8! orders, and their mirror images, differ as much: p = 70/40320; the median of 28 slopes is 1.9 points a quarter
test('eight quarters rise by the median of all their slopes', () => {
  const rising = findDirection(quarters(0.58, 0.61, 0.6, 0.64, 0.66, 0.67, 0.71, 0.7), []);
  expect(rising).toMatchObject({ points: 8, p: 0.001736, exact: true, direction: 'rising' });
  expect(rising.slope).toBeCloseTo(0.019, 3);
  expect(findDirection(quarters(0.7, 0.68, 0.66, 0.62, 0.6), []).direction).toBe('falling');
});

test('what chance explains well is no direction', () => {
  expect(findDirection(quarters(0.62, 0.61, 0.63, 0.6, 0.62, 0.61, 0.63, 0.62), [])).toMatchObject({
    ...{ points: 8, p: 0.795698, exact: false, slope: 0, direction: 'none' },
  });
});

test('quarters before the newest break, and those that know nothing, are no part of the series', () => {
  const values = quarters(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, null, 0.8);
  expect(findDirection(values, [{ day: '2024-05-01' }, { day: '2024-07-01' }])).toMatchObject({ points: 6 });
  expect(findDirection(values, [{ day: '2025-02-01' }])).toMatchObject({ points: 3, direction: 'too_few' });
});
