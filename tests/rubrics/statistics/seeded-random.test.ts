import { expect, test } from 'vitest';
import { seededRandom, splitMix64, xoshiro128 } from '#rubrics/statistics/seeded-random.ts';

const take = <T>(n: number, next: () => T) => Array.from({ length: n }, () => next());

// the authors' C code from the state 1, 2, 3, 4, written anew in Python
test('the generator is xoshiro128**', () => {
  expect(take(10, xoshiro128([1, 2, 3, 4]).next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

// the authors' C code from the seed 1234567
test('its state is filled by SplitMix64', () => {
  expect(take(5, splitMix64(1234567n))).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

test('a seed gives the same numbers each time, another seed others', () => {
  expect(take(20, seededRandom(7).next)).toEqual(take(20, seededRandom(7).next));
  expect(take(20, seededRandom(7).next)).not.toEqual(take(20, seededRandom(8).next));
});

test('numbers below a bound are spread evenly', () => {
  const { below } = seededRandom(42);
  const seen = take(60_000, () => below(6));
  const counts = [0, 1, 2, 3, 4, 5].map((face) => seen.filter((one) => one === face).length);
  // 10,000 each; a fair die strays by more than 500 (5.5 standard deviations) in none of a million series
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60_000);
});
