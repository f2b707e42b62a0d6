import { expect, test } from 'vitest';
import { fleissKappa } from '#rubrics/statistics/fleiss-kappa.ts';

test('full agreement on two categories is 1', () => {
  expect(
    fleissKappa([
      [3, 0],
      [0, 3],
    ]),
  ).toBe(1);
});

// P̄ = (1/3 + 1/3)/2 = 1/3; shares ½ and ½: (1/3 − 1/2)/(1/2) = −1/3
test('two against one, each way', () => {
  expect(
    fleissKappa([
      [2, 1],
      [1, 2],
    ]),
  ).toBe(-0.333333);
});

test('unequal numbers of raters, one rater, or one category have no kappa', () => {
  expect(
    fleissKappa([
      [2, 1],
      [1, 1],
    ]),
  ).toBeNull();
  expect(
    fleissKappa([
      [1, 0],
      [0, 1],
    ]),
  ).toBeNull();
  expect(
    fleissKappa([
      [3, 0],
      [3, 0],
    ]),
  ).toBeNull();
  expect(fleissKappa([])).toBeNull();
});
