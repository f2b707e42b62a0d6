import { expect, test } from 'vitest';
import { fisherExact } from '#rubrics/statistics/fisher-exact.ts';

// R's fisher.test: 18 of 24 against 12 of 24
test('a rise of 25 points of 24 people each may well be chance', () => {
  expect(fisherExact({ x: 18, n: 24 }, { x: 12, n: 24 })).toBeCloseTo(0.135, 3);
  expect(fisherExact({ x: 12, n: 24 }, { x: 18, n: 24 })).toBe(fisherExact({ x: 18, n: 24 }, { x: 12, n: 24 }));
});

// the two tables at the ends of 20 over 10: 2 / 184,756
test('all against none of ten is not', () => {
  expect(fisherExact({ x: 10, n: 10 }, { x: 0, n: 10 })).toBeCloseTo(2 / 184_756, 6);
});

test('what does not differ, or is not there, says nothing', () => {
  expect(fisherExact({ x: 5, n: 10 }, { x: 5, n: 10 })).toBe(1);
  expect(fisherExact({ x: 0, n: 10 }, { x: 0, n: 10 })).toBe(1);
  expect(fisherExact({ x: 0, n: 0 }, { x: 3, n: 10 })).toBe(1);
});

test('thousands of answers are no trouble, nor are hundreds of thousands', () => {
  expect(fisherExact({ x: 2_000, n: 4_000 }, { x: 2_400, n: 4_000 })).toBe(0);
  expect(fisherExact({ x: 150_000, n: 300_000 }, { x: 150_000, n: 300_000 })).toBe(1);
});
