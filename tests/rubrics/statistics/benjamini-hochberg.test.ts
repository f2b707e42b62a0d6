import { expect, test } from 'vitest';
import { benjaminiHochberg } from '#rubrics/statistics/benjamini-hochberg.ts';

test('each is weighed by its rank, and never lies above one after it', () => {
  expect(benjaminiHochberg([0.001, 0.012, 0.021, 0.04, 0.2])).toEqual([0.005, 0.03, 0.035, 0.05, 0.2]);
  // 0.045 × 3/3; 0.04 × 3/2 = 0.06 comes down to it; 0.01 × 3/1
  expect(benjaminiHochberg([0.045, 0.01, 0.04])).toEqual([0.045, 0.03, 0.045]);
});

test('nothing is surer than certain, and no tests are none', () => {
  expect(benjaminiHochberg([1, 1])).toEqual([1, 1]);
  expect(benjaminiHochberg([])).toEqual([]);
});
