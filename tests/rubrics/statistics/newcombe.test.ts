import { expect, test } from 'vitest';
import { newcombe } from '#rubrics/statistics/newcombe.ts';

test('a difference of shares is Newcombe’s', () => {
  const of = (x1: number, n1: number, x2: number, n2: number) => newcombe({ x: x1, n: n1 }, { x: x2, n: n2 }, 0.95);
  expect(of(56, 70, 48, 80)).toEqual({ estimate: 0.2, low: 0.052431, high: 0.333873 });
  expect(of(9, 10, 3, 10)).toEqual({ estimate: 0.6, low: 0.170523, high: 0.809018 });
  expect(of(18, 24, 12, 24)).toEqual({ estimate: 0.25, low: -0.0222, high: 0.476706 });
});
