import { describe, expect, test } from 'vitest';
import { meanAndSd } from '#rubrics/statistics/mean-and-sd.ts';
import { meanT } from '#rubrics/statistics/mean-t.ts';
import { newcombe } from '#rubrics/statistics/newcombe.ts';
import { netPromoterScore } from '#rubrics/statistics/nps.ts';
import { normalZ, studentT } from '#rubrics/statistics/quantiles.ts';
import { susEquivalent, umuxLite } from '#rubrics/statistics/umux-lite.ts';
import { wilson } from '#rubrics/statistics/wilson.ts';

const limits = ({ low, high }: { low: number; high: number }) => [low, high];

test('quantiles have the digits of the tables', () => {
  expect(normalZ(0.95)).toBeCloseTo(1.959964, 6);
  expect(normalZ(0.9)).toBeCloseTo(1.644854, 6);
  expect(studentT(0.95, 194)).toBeCloseTo(1.972268, 6); // NIST ZARR13
  expect(studentT(0.95, 7)).toBeCloseTo(2.364624, 6);
});

describe('the Wilson interval', () => {
  // Newcombe 1998 (first four); the rest recomputed with scipy
  test.each([
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
    [4, 5, 0.375535, 0.963776],
    [5, 5, 0.565518, 1],
    [8, 10, 0.490162, 0.943318],
    [18, 24, 0.551006, 0.880006],
    [340, 400, 0.811686, 0.881655],
  ])('of %i of %i at 95 %% is %f to %f', (x, n, low, high) => {
    expect(limits(wilson(x / n, n, 0.95))).toEqual([low, high]);
  });

  test.each([
    [18, 24, 30, 0.664048, 0.819925],
    [18, 24, 40, 0.626009, 0.843181],
    [8, 10, 12, 0.676351, 0.884478],
  ])('of %i of %i from %i people is narrower', (x, n, population, low, high) => {
    expect(limits(wilson(x / n, n, 0.95, population))).toEqual([low, high]);
  });

  test('of a census has no width', () => {
    expect(wilson(0.7, 20, 0.9, 20)).toEqual({ estimate: 0.7, low: 0.7, high: 0.7 });
  });
});

describe('the interval of a mean', () => {
  const answers = [5, 6, 7, 4, 6, 5, 7, 3];
  const { mean, sd } = meanAndSd(answers);
  const sample = { mean: mean ?? 0, sd: sd ?? 0, n: 8 };

  test('is Student’s', () => {
    expect(sample).toEqual({ mean: 5.375, sd: 1.407886, n: 8 });
    expect(limits(meanT(sample, 0.95))).toEqual([4.197978, 6.552022]);
  });

  test('shrinks where most of the people answered', () => {
    expect(limits(meanT(sample, 0.95, 10))).toEqual([4.84862, 5.90138]);
  });

  test('does not depend on the order of the answers', () => {
    expect(meanAndSd([0.1, 0.2, 0.3, 1e9])).toEqual(meanAndSd([1e9, 0.3, 0.2, 0.1]));
  });
});

test('a difference of shares is Newcombe’s', () => {
  const of = (x1: number, n1: number, x2: number, n2: number) => newcombe({ x: x1, n: n1 }, { x: x2, n: n2 }, 0.95);
  expect(of(56, 70, 48, 80)).toEqual({ estimate: 0.2, low: 0.052431, high: 0.333873 });
  expect(of(9, 10, 3, 10)).toEqual({ estimate: 0.6, low: 0.170523, high: 0.809018 });
  expect(of(18, 24, 12, 24)).toEqual({ estimate: 0.25, low: -0.0222, high: 0.476706 });
});

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

test.each([
  [7, 7, 100, 87.9],
  [6, 7, 91.666667, 82.483334],
  [5, 6, 75, 71.65],
  [4, 4, 50, 55.4],
  [1, 1, 0, 22.9],
])('UMUX-Lite of %i and %i is %f points, %f on the SUS scale', (usefulness, ease, score, sus) => {
  expect(umuxLite(usefulness, ease)).toBe(score);
  expect(susEquivalent(score)).toBe(sus);
});
