import { COUNTS_AS, COUNTS_MET, DECIDED, IN_FORCE, OPEN, OWN_MET, STATE_CODES } from './codes.ts';

/**
 * What is summed for each level of a cell. A level has eight numbers of three sums of ten bits each, so that one addition
 * counts a criterion three times over; a cell may hold so many criteria at a level (checked when it is planned).
 */
export const MOST_CRITERIA = 500;
export const ROWS = 10;
const WIDTH = 8;
const BITS = 10;
const MASK = (1 << BITS) - 1;
const field = (number: number, place: number) => number * 32 + place * BITS;

export const SUMS = {
  required: field(0, 0),
  met: field(0, 1),
  open: field(0, 2),
  weight: field(1, 0),
  metWeight: field(1, 1),
  decidedWeight: field(1, 2),
  ownMet: field(2, 0),
  ahead: field(2, 1),
} as const;
/** The sums of the criteria that rest on one kind of evidence alone. */
export const FELT = { required: field(3, 0), met: field(3, 1), weight: field(3, 2), decided: field(4, 0) } as const;
export const MEASURED = { required: field(5, 0), met: field(5, 1), weight: field(5, 2), decided: field(6, 0) } as const;
/** bits, not sums: kinds of the deciding evidence, marks of codes.ts, and that a required criterion rests on attestation alone */
const KINDS_NUMBER = 7;
export const ATTESTED_ALONE = 16;
export const NUMBERS = { counts: 0, weights: 1, own: 2, felt: 3, measured: 5, kinds: KINDS_NUMBER } as const;

/** The sums of one cell by level. */
export type LevelSums = Int32Array;
/** Sums with nothing counted yet. */
export const newLevelSums = (): LevelSums => new Int32Array(ROWS * WIDTH);
/** The place of a number of a level in the sums. */
export const placeOf = (level: number, number: number) => level * WIDTH + number;

/** One sum of a level: `which` is of `SUMS`, `FELT` or `MEASURED`. */
export const sumAt = (sums: LevelSums, level: number, which: number) =>
  ((sums[level * WIDTH + (which >> 5)] ?? 0) >>> (which & 31)) & MASK;
/** The kinds of the deciding evidence of a level, as the bits of codes.ts. */
export const kindsAt = (sums: LevelSums, level: number) => sums[level * WIDTH + KINDS_NUMBER] ?? 0;

/** A sum over the levels `from` to `to`. */
export function sumOver(sums: LevelSums, which: number, from: number, to: number): number {
  let sum = 0;
  for (let level = from; level <= to; level++) sum += sumAt(sums, level, which);
  return sum;
}

type Add = (counts: number, weight: number) => [number, number, number];
/** For each state, of a required and then of a supporting criterion, what it adds to a number. */
function table(add: Add): Int32Array {
  return Int32Array.from({ length: 2 * STATE_CODES }, (_, i) => {
    const counts = COUNTS_AS[i % STATE_CODES] ?? 0;
    if ((counts & IN_FORCE) === 0) return 0;
    const [first, second, third] = add(counts, i < STATE_CODES ? 2 : 1);
    return first | (second << BITS) | (third << (2 * BITS));
  });
}
const has = (counts: number, bit: number) => (counts & bit ? 1 : 0);
const required = (weight: number) => weight - 1;

export const ADDS = {
  counts: table((counts, weight) => [
    required(weight),
    required(weight) * has(counts, COUNTS_MET),
    required(weight) * has(counts, OPEN),
  ]),
  weights: table((counts, weight) => [weight, weight * has(counts, COUNTS_MET), weight * has(counts, DECIDED)]),
  own: table((counts, weight) => [required(weight) * has(counts, OWN_MET), has(counts, OWN_MET), 0]),
  kind: table((counts, weight) => [required(weight), required(weight) * has(counts, COUNTS_MET), weight]),
  kindDecided: table((counts, weight) => [weight * has(counts, DECIDED), 0, 0]),
} as const;
