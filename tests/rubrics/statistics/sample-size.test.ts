import { expect, test } from 'vitest';
import { sampleSize } from '#rubrics/statistics/sample-size.ts';

// Cochran's formula at 95 %: n0 = 384.146 and 96.036
test.each([
  [0.05, Number.POSITIVE_INFINITY, 385],
  [0.05, 1_000, 278],
  [0.05, 100, 80],
  [0.05, 50, 45],
  [0.1, 60, 38],
  [0.1, 30, 24],
])('± %d of %d people needs %i answers', (margin, population, answers) => {
  expect(sampleSize(margin, 0.95, population)).toBe(answers);
});

test('one person is the whole of one person', () => expect(sampleSize(0.05, 0.95, 1)).toBe(1));
