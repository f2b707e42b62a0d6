import { expect, test } from 'vitest';
import { effectiveN, meanCorrection } from '#rubrics/statistics/finite-population.ts';

test('a census leaves no sampling error', () => {
  expect(meanCorrection(10, 10)).toBe(0);
  expect(effectiveN(10, 10)).toBe(Number.POSITIVE_INFINITY);
  expect(effectiveN(11, 10)).toBe(Number.POSITIVE_INFINITY);
});

test('part of a small population is worth more answers than it has', () => {
  expect(effectiveN(18, 24)).toBe(69); // 18 × 23/6
  expect([effectiveN(24, 30), effectiveN(24, 40), effectiveN(10, 12)]).toEqual([116, 58.5, 55]);
  expect(meanCorrection(3, 4)).toBe(0.5); // √(1 − 3/4)
  expect(meanCorrection(8, 10)).toBeCloseTo(0.447214, 6);
});
