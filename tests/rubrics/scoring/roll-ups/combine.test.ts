import { describe, expect, test } from 'vitest';
import { addUp, type CellItems } from '#rubrics/scoring/roll-ups/cell-items.ts';
import { combine } from '#rubrics/scoring/roll-ups/combine.ts';

const even = (values: number[]) => values.map((value) => ({ value, weight: 1 }));

describe('several numbers become one', () => {
  test('as their sum, their mean or the least of them, whatever their order', () => {
    expect(combine('sum', even([0.1, 0.2, 0.7]))).toBe(1);
    expect(combine('sum', even([0.7, 0.1, 0.2]))).toBe(1);
    expect(combine('mean', even([0.75, 0.25]))).toBe(0.5);
    expect(combine('minimum', even([3, 1, 2]))).toBe(1);
  });

  test('as a mean by weight: FinOps lenses 2, 1, 0, 1, 0 with weights 30, 25, 20, 20, 5', () => {
    // (60 + 25 + 0 + 20 + 0) / 100, which is 26.25 % of the highest lens score, 4
    const weights = [30, 25, 20, 20, 5];
    const lenses = [2, 1, 0, 1, 0].map((value, i) => ({ value, weight: weights[i] ?? 0 }));
    expect(combine('mean', lenses)).toBe(1.05);
    expect((combine('mean', lenses) ?? 0) / 4).toBe(0.2625);
  });

  test('as a mean of means: a DSOMM sector of two activities by two teams, 100 and 50, 20 and 0', () => {
    const items = { parts: [0, 0, 1, 1], weights: [1, 1], byPart: 'mean', byAspect: 'mean' } as const;
    expect(addUp(items, [100, 50, 20, 0])).toBe(42.5); // mean of 75 and 10
  });

  test('and nothing of none', () => {
    expect(combine('sum', [])).toBeNull();
    expect(combine('mean', [])).toBeNull();
  });
});

describe('what does not apply leaves the sums', () => {
  const items: Omit<CellItems, 'full' | 'targets'> = {
    parts: [0, 0, 1],
    weights: [1, 1],
    byPart: 'sum',
    byAspect: 'mean',
  };

  test('a part of which nothing applies is no part of the mean', () => {
    expect(addUp(items, [1, 0.5, null])).toBe(1.5);
    expect(addUp(items, [1, 0.5, 0])).toBe(0.75);
  });

  test('where nothing applies there is no number', () => {
    expect(addUp(items, [null, null, null])).toBeNull();
  });

  test('without parts the criteria are combined at once', () => {
    expect(addUp({ parts: [0, 0], weights: [1], byPart: null, byAspect: 'minimum' }, [0.5, 0.25])).toBe(0.25);
  });
});
