import { expect, test } from 'vitest';
import { cliffsDelta } from '#rubrics/statistics/cliffs-delta.ts';

// 47 of 72 pairs, ties half
test('how often the second wave beats the first', () => {
  expect(cliffsDelta([5, 6, 7, 4, 6, 5, 7, 3], [6, 7, 7, 5, 6, 6, 7, 6, 5])).toEqual({
    superiority: 0.652778,
    delta: 0.305556,
  });
});

test('all above, all below, nobody', () => {
  expect(cliffsDelta([1, 2], [3, 4])?.delta).toBe(1);
  expect(cliffsDelta([3, 4], [1, 2])?.delta).toBe(-1);
  expect(cliffsDelta([], [1])).toBeNull();
});
