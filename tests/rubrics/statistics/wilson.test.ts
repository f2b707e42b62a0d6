import { describe, expect, test } from 'vitest';
import { wilson } from '#rubrics/statistics/wilson.ts';

const limits = ({ low, high }: { low: number; high: number }) => [low, high];

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
