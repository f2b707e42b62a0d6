import { expect, test } from 'vitest';
import { netPromoterScore, npsStandardError } from '#rubrics/statistics/nps.ts';

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

// v = p + d − (p − d)²; ½, ⅓, ⅙ give the published 5/9. The plain Wald interval is NPS ± 1.959964 SE
test.each([
  [162, 54, 324, 4.14, 25.22, 41.45],
  [15, 5, 30, 13.61, 6.66, 60.01],
  [4, 3, 10, 26.27, -41.48, 61.48],
  [36, 0, 36, 0, 100, 100],
])('%i promoters and %i detractors of %i have the standard error %d', (p, d, n, error, low, high) => {
  const { estimate } = netPromoterScore(p, d, n, 0.95);
  const half = 1.959964 * npsStandardError(p, d, n);
  expect(npsStandardError(p, d, n)).toBeCloseTo(error, 2);
  expect(estimate - half).toBeCloseTo(low, 2);
  expect(estimate + half).toBeCloseTo(high, 2);
});
