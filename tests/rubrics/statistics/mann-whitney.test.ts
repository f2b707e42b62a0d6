import { expect, test } from 'vitest';
import { mannWhitney } from '#rubrics/statistics/mann-whitney.ts';

const A = [5, 6, 7, 4, 6, 5, 7, 3];
const B = [6, 7, 7, 5, 6, 6, 7, 6, 5];

// scipy.stats.mannwhitneyu(B, A, method='asymptotic')
test('with ties and continuity corrected', () => {
  expect(mannWhitney(A, B)).toEqual({ u: 47, p: 0.292259 });
  // 72 pairs in all
  expect(mannWhitney(B, A)).toEqual({ u: 25, p: 0.292259 });
});

test('groups that do not differ at all', () => {
  expect(mannWhitney([3, 3], [3, 3])).toEqual({ u: 2, p: 1 });
  expect(mannWhitney([], [3])).toBeNull();
});
