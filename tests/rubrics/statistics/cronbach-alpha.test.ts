import { expect, test } from 'vitest';
import { cronbachAlpha } from '#rubrics/statistics/cronbach-alpha.ts';

// item variances 2.666667, 1.1 and 1.5, of the totals 13.866667: 1.5 × (1 − 5.266667/13.866667)
test('six people and three items', () => {
  const people = [
    [5, 4, 5],
    [3, 3, 4],
    [4, 4, 4],
    [2, 3, 2],
    [5, 5, 4],
    [1, 2, 2],
  ];
  expect(cronbachAlpha(people)).toBe(0.930288);
  expect(cronbachAlpha(people.toReversed())).toBe(0.930288);
});

test('items that contradict each other fall below zero', () => {
  // variances 1 and 1, totals 4 4 5 with variance 1/3: 2 × (1 − 2/(1/3))
  expect(
    cronbachAlpha([
      [1, 3],
      [2, 2],
      [3, 2],
    ]),
  ).toBeLessThan(0);
});

test('one item, one person or equal totals are no scale', () => {
  expect(cronbachAlpha([[1], [2]])).toBeNull();
  expect(cronbachAlpha([[1, 2]])).toBeNull();
  expect(
    cronbachAlpha([
      [1, 3],
      [3, 1],
    ]),
  ).toBeNull();
});
