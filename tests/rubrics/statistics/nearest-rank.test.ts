import { expect, test } from 'vitest';
import { nearestRank } from '#rubrics/statistics/nearest-rank.ts';

test('the rank is ⌈q·n⌉, in whole numbers', () => {
  // ⌈0.9 × 10⌉ = 9 exactly: 0.9 × 10 must not become 9.000000000000002
  const ten = Array.from({ length: 10 }, (_, i): [number, number] => [i + 1, 1]);
  expect(nearestRank(ten, 90)).toBe(9);
  expect(nearestRank(ten, 91)).toBe(10);
  expect(nearestRank(ten, 99)).toBe(10);
  expect(nearestRank(ten, 50)).toBe(5);
});

test('values count as often as they were seen, in any order', () => {
  expect(
    nearestRank(
      [
        [9, 1],
        [1, 8],
        [5, 1],
      ],
      80,
    ),
  ).toBe(1);
  expect(
    nearestRank(
      [
        [9, 1],
        [1, 8],
        [5, 1],
      ],
      90,
    ),
  ).toBe(5);
  expect(nearestRank([], 50)).toBeNull();
});
