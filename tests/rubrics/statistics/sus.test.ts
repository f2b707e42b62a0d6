import { expect, test } from 'vitest';
import { sus } from '#rubrics/statistics/sus.ts';

// odd items r − 1, even items 5 − r, the sum × 2.5
test.each([
  [[4, 2, 4, 1, 5, 2, 4, 2, 4, 2], 80],
  [[5, 2, 4, 2, 4, 1, 5, 1, 4, 2], 85],
  [[3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 50],
  [[5, 1, 5, 1, 5, 1, 5, 1, 5, 1], 100],
  [[1, 5, 1, 5, 1, 5, 1, 5, 1, 5], 0],
])('the answers %j are %d points', (answers, points) => expect(sus(answers)).toBe(points));

test('an item left out leaves nothing to say', () => {
  expect(sus([3, 3, 3, 3, 3, 3, 3, 3, 3])).toBeNull();
});
