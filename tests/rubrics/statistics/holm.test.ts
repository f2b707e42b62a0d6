import { expect, test } from 'vitest';
import { holm } from '#rubrics/statistics/holm.ts';

test('each is weighed by how many are left, and never falls below one before it', () => {
  expect(holm([0.001, 0.012, 0.021, 0.04, 0.2])).toEqual([0.005, 0.048, 0.063, 0.08, 0.2]);
  // 0.01 × 3 = 0.03; 0.04 × 2 = 0.08; 0.045 × 1 stays at 0.08
  expect(holm([0.045, 0.01, 0.04])).toEqual([0.08, 0.03, 0.08]);
});

test('nothing is surer than certain, and no tests are none', () => {
  expect(holm([0.6, 0.7])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});
