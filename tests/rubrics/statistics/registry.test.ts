import { describe, expect, test } from 'vitest';
import { statistics } from '#rubrics/statistics/registry.ts';

describe('every statistic', () => {
  test.each(statistics.map((one) => [one.key, one] as const))('%s agrees with its published example', (_key, one) => {
    const actual = one.example.compute();
    expect(actual).toHaveLength(one.example.expected.length);
    for (const [i, expected] of one.example.expected.entries()) expect(actual[i]).toBeCloseTo(expected, 6);
  });

  test('has a key of its own, a formula, a unit and a source', () => {
    expect(new Set(statistics.map((one) => one.key)).size).toBe(statistics.length);
    for (const one of statistics)
      expect([one.formula, one.unit, one.source].every((text) => text.length > 3)).toBe(true);
  });
});
