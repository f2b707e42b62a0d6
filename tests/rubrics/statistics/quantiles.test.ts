import { expect, test } from 'vitest';
import { normalZ, studentT } from '#rubrics/statistics/quantiles.ts';

test('quantiles have the digits of the tables', () => {
  expect(normalZ(0.95)).toBeCloseTo(1.959964, 6);
  expect(normalZ(0.9)).toBeCloseTo(1.644854, 6);
  expect(studentT(0.95, 194)).toBeCloseTo(1.972268, 6); // NIST ZARR13
  expect(studentT(0.95, 7)).toBeCloseTo(2.364624, 6);
});
