import fc from 'fast-check';
import { expect, test } from 'vitest';
import { round6 } from '#rubrics/round6.ts';

test('numbers have six decimals, half away from zero, and no minus zero', () => {
  expect([round6(0.1 + 0.2), round6(2 / 3), round6(-2 / 3), round6(1.5)]).toEqual([0.3, 0.666667, -0.666667, 1.5]);
  expect([round6(0.5e-6), round6(-0.5e-6)]).toEqual([0.000001, -0.000001]);
  expect(Object.is(round6(-0), 0)).toBe(true);
  expect(Object.is(round6(-1e-9), 0)).toBe(true);
});

test('rounding twice is rounding once, and order is kept', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(fc.property(number, (value) => Object.is(round6(round6(value)), round6(value))));
  fc.assert(fc.property(number, number, (a, b) => (a <= b ? round6(a) <= round6(b) : round6(a) >= round6(b))));
});
