import { expect, test } from 'vitest';
import { levelSteps, levelsApart } from '#rubrics/scoring/level-steps.ts';

const levels = (...numbers: number[]) => numbers.map((level) => ({ level }));

test('people may say each level, and half-way between neighbours', () => {
  expect(levelSteps(levels(1, 2, 3, 4))).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4]);
  expect(levelSteps(levels(7, 5, 6))).toEqual([5, 5.5, 6, 6.5, 7]);
  expect(levelSteps(levels(1, 2, 5))).toEqual([1, 1.5, 2, 3.5, 5]);
});

test('neighbours are one level apart, whatever their numbers', () => {
  expect(levelsApart(levels(1, 2, 3, 4), 1.5, 3.5)).toBe(2);
  expect(levelsApart(levels(1, 3, 5), 1, 3)).toBe(1);
  // half-way from 1 to 3, and half-way from 3 to 5
  expect(levelsApart(levels(5, 3, 1), 2, 4)).toBe(1);
  expect(levelsApart(levels(1, 3), 3, 1)).toBe(-1);
});

test('what is beyond the levels, as said under an older rubric, counts as the level at that end', () => {
  expect(levelsApart(levels(2, 3, 4), 1, 9)).toBe(2);
});
