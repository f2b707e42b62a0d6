import { describe, expect, test } from 'vitest';
import { mannKendall, normalTrend } from '#rubrics/statistics/mann-kendall.ts';

// S and Var by their formulas; p counted over all orders where nothing ties, else normal with continuity
describe('a trend is Mann’s and Kendall’s', () => {
  test.each([
    [[58, 61, 60, 64, 66, 67, 71, 70], { s: 24, variance: 65.333333, p: 0.001736, exact: true }],
    [[58, 61, 60, 64], { s: 4, variance: 8.666667, p: 0.333333, exact: true }],
    [[60, 60, 62, 61, 63, 63], { s: 11, variance: 26.333333, p: 0.05133, exact: false }],
    [[62, 61, 63, 60, 62, 61, 63, 62], { s: 3, variance: 59.666667, p: 0.795698, exact: false }],
  ])('%j', (values, expected) => expect(mannKendall(values)).toEqual(expected));

  // the same four series: Z = (S ∓ 1)/√Var, and what it would say where the exact distribution is to be had
  test.each([
    [24, 196 / 3, 2.845512, 0.004434],
    [4, 26 / 3, 1.019049, 0.30818],
    [11, 79 / 3, 1.948709, 0.05133],
    [3, 179 / 3, 0.258919, 0.795698],
  ])('S %i with the variance %d is Z %d', (s, variance, z, p) => {
    expect(normalTrend(s, variance)).toEqual({ z, p });
    expect(normalTrend(-s, variance)).toEqual({ z: -z, p });
  });

  // a strictly rising series of n is one of n! orders, and so is its mirror image: p = 2/n!
  test.each([
    [3, 2 / 6],
    [4, 2 / 24],
    [5, 2 / 120],
  ])('the smallest possible p of %i points', (n, p) => {
    expect(mannKendall(Array.from({ length: n }, (_, i) => i)).p).toBeCloseTo(p, 6);
    expect(mannKendall(Array.from({ length: n }, (_, i) => -i)).p).toBeCloseTo(p, 6);
  });

  // eleven values are too many for the exact distribution: Var = 11·10·27/18 = 165, Z = 54/√165 = 4.2039
  test('more than ten values are normal', () => {
    const eleven = Array.from({ length: 11 }, (_, i) => i);
    expect(mannKendall(eleven)).toEqual({ s: 55, variance: 165, p: 0.000026, exact: false });
  });

  test('what never changes has no trend', () => {
    expect(mannKendall([3, 3, 3, 3, 3])).toEqual({ s: 0, variance: 0, p: 1, exact: false });
  });
});
