import { expect, test } from 'vitest';
import { thinOut } from '#server/overview/thin-out.ts';

test('a long history keeps its newest day and days evenly apart', () => {
  const days = Array.from({ length: 365 }, (_, day) => day);
  const kept = thinOut(days, 60);
  expect(kept.length).toBeLessThanOrEqual(60);
  expect(kept.at(-1)).toBe(364);
  expect(new Set(kept.slice(1).map((day, index) => day - (kept[index] ?? 0))).size).toBe(1);
});

test('a short history is kept whole', () => {
  expect(thinOut([1, 2, 3], 60)).toEqual([1, 2, 3]);
  expect(thinOut([], 60)).toEqual([]);
});
