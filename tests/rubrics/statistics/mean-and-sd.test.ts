import { expect, test } from 'vitest';
import { meanAndSd } from '#rubrics/statistics/mean-and-sd.ts';

test('of nothing there is no mean, and of one value no spread', () => {
  expect(meanAndSd([])).toEqual({ mean: null, sd: null });
  expect(meanAndSd([4])).toEqual({ mean: 4, sd: null });
});

test('equal values have no spread; the order of values does not matter', () => {
  expect(meanAndSd([4, 4, 4])).toEqual({ mean: 4, sd: 0 });
  expect(meanAndSd([0.1, 0.2, 0.3, 1e9])).toEqual(meanAndSd([1e9, 0.3, 0.2, 0.1]));
});
