import { describe, expect, test } from 'vitest';
import { parseDuration, parseWindow } from '#rubrics/parse-duration.ts';
import { type Dimension, dimensionOf, parseQuantity, parseThreshold } from '#rubrics/parse-threshold.ts';

const read = (text: string, dimension: Dimension) => {
  const result = parseThreshold(text, dimension);
  return result.ok ? [result.value.op, result.value.threshold] : result.message;
};

describe('a threshold carries its unit', () => {
  test.each([
    ['>= 80%', 'ratio', '>=', 0.8],
    ['< 5/100', 'ratio', '<', 0.05],
    ['<= 0.1 %', 'ratio', '<=', 0.001],
    ['> 1/3', 'ratio', '>', 0.333333],
    ['<= 1h', 'duration', '<=', 3600],
    ['< 1.5d', 'duration', '<', 129_600],
    ['> 0s', 'duration', '>', 0],
    ['>= 3', 'count', '>=', 3],
    ['=0', 'count', '=', 0],
    ['>= 68', 'points', '>=', 68],
  ] as const)('%s of a %s', (text, dimension, op, threshold) => {
    expect(read(text, dimension)).toEqual([op, threshold]);
  });

  test.each([
    ['>= 0.8', 'ratio', 'a share'],
    ['>= 80%', 'count', 'a plain number'],
    ['<= 60', 'duration', 'a duration'],
    ['>= 1h', 'points', 'a plain number'],
    ['>= 5/0', 'ratio', 'divides by zero'],
    ['>= 101', 'points', 'outside the scale'],
    ['80%', 'ratio', 'no operator'],
    ['>= ', 'count', 'a plain number'],
    ['>= 1e3', 'count', 'a plain number'],
    ['<= 5 working days', 'duration', 'a duration'],
  ] as const)('%s of a %s is refused, and the message says what to write', (text, dimension, hint) => {
    expect(read(text, dimension)).toContain(hint);
  });
});

test('a count of anything is a count, and a share a ratio', () => {
  expect(dimensionOf('count', 'duration')).toBe('count');
  expect(dimensionOf('distinct', 'ratio')).toBe('count');
  expect(dimensionOf('share', 'count')).toBe('ratio');
  expect(dimensionOf('p90', 'duration')).toBe('duration');
});

test('durations are in seconds, and windows have at least a day', () => {
  expect([parseDuration('90d'), parseDuration('30m')]).toMatchObject([{ value: 7_776_000 }, { value: 1800 }]);
  expect([parseDuration('0d').ok, parseDuration('-1d').ok, parseDuration('2w').ok, parseDuration('').ok]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([parseWindow('1d').ok, parseWindow('23h').ok]).toEqual([true, false]);
  expect(parseQuantity('10%', 'ratio')).toEqual({ ok: true, value: 0.1 });
});
