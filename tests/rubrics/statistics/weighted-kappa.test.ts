import { describe, expect, test } from 'vitest';
import { pairTable, weightedKappa } from '#rubrics/statistics/weighted-kappa.ts';

const all = (table: number[][]) =>
  (['unweighted', 'linear', 'quadratic'] as const).map((weights) => weightedKappa(table, weights));

describe('kappa of two assessors', () => {
  // the table SexualFun of R's package vcd
  test('four categories, 91 couples', () => {
    const table = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    expect(all(table)).toEqual([0.12933, 0.237381, 0.332046]);
  });

  test('four levels, 32 ratings', () => {
    const table = [
      [5, 2, 0, 0],
      [1, 8, 3, 0],
      [0, 2, 6, 1],
      [0, 0, 1, 3],
    ];
    expect(all(table)).toEqual([0.562842, 0.69697, 0.823009]);
  });

  test('is undefined of nothing, and where chance alone agrees', () => {
    expect(
      weightedKappa(
        [
          [0, 0],
          [0, 0],
        ],
        'linear',
      ),
    ).toBeNull();
    expect(
      weightedKappa(
        [
          [4, 0],
          [0, 0],
        ],
        'linear',
      ),
    ).toBeNull();
  });

  test('ratings of the same units fill the table', () => {
    expect(
      pairTable(
        [
          [1, 1],
          [1, 2],
          [2, 2],
          [1, 2],
        ],
        [1, 2, 3],
      ),
    ).toEqual([
      [1, 2, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
});
