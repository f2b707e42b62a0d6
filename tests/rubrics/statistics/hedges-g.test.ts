import { expect, test } from 'vitest';
import { hedgesG } from '#rubrics/statistics/hedges-g.ts';

// A = 5 6 7 4 6 5 7 3 (mean 5.375), B = 6 7 7 5 6 6 7 6 5 (mean 55/9); 0.736111/s_pooled × (1 − 3/59)
test('two waves lie so many standard deviations apart', () => {
  const first = { mean: 5.375, sd: Math.sqrt(13.875 / 7), n: 8 };
  const second = { mean: 55 / 9, sd: Math.sqrt((341 - 55 ** 2 / 9) / 8), n: 9 };
  expect(hedgesG(first, second)).toBe(0.624689);
  expect(hedgesG(second, first)).toBe(-0.624689);
});

test('without spread there is no yardstick', () => {
  expect(hedgesG({ mean: 1, sd: 0, n: 4 }, { mean: 2, sd: 0, n: 4 })).toBeNull();
  expect(hedgesG({ mean: 1, sd: 0, n: 1 }, { mean: 2, sd: 1, n: 4 })).toBeNull();
});
