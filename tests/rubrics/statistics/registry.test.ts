import { describe, expect, test } from 'vitest';
import { statistics } from '#rubrics/statistics/registry.ts';

const all = Object.entries(statistics);

describe('every statistic', () => {
  test.each(all)('%s agrees with its published example', (_key, one) => {
    const actual = one.example.compute();
    expect(actual).toHaveLength(one.example.expected.length);
    for (const [i, expected] of one.example.expected.entries()) expect(actual[i]).toBeCloseTo(expected, 6);
  });

  test('is listed under its key, with a formula, a unit and a source', () => {
    for (const [key, one] of all) {
      expect(one.key).toBe(key);
      expect([one.formula, one.unit, one.source].every((text) => text.length > 3)).toBe(true);
    }
  });
});
