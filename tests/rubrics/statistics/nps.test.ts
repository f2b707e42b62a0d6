import { expect, test } from 'vitest';
import { netPromoterScore } from '#rubrics/statistics/nps.ts';

test('NPS has the adjusted Wald interval, kept within the scale', () => {
  const rounded = (p: number, d: number, n: number) => {
    const { estimate, low, high } = netPromoterScore(p, d, n, 0.95);
    return [estimate, low, high].map((value) => Number(value.toFixed(2)));
  };
  expect(rounded(162, 54, 324)).toEqual([33.33, 24.95, 41.11]);
  expect(rounded(15, 5, 30)).toEqual([33.33, 4.78, 55.83]);
  expect(rounded(4, 3, 10)).toEqual([10, -36.06, 51.45]);
  expect(rounded(36, 0, 36)).toEqual([100, 81.92, 100]);
});
