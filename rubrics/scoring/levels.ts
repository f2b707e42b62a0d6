import { round6 } from '../round6.ts';
import { type LevelSums, SUMS, sumAt, sumOver } from './level-sums.ts';

/**
 * The level without limiters: the highest non-empty level from 2 on whose required criteria, and all below, count as met; else 1.
 * Null where no level has a required criterion in force. `met` names the sum that counts as met, `open` one that passes too.
 */
export function rawLevel(sums: LevelSums, top: number, met: number, open: number | null): number | null {
  let raw = 1;
  let empty = true;
  let held = false;
  for (let level = 2; level <= top; level++) {
    const required = sumAt(sums, level, SUMS.required);
    if (required === 0) continue;
    empty = false;
    const passed = sumAt(sums, level, met) + (open === null ? 0 : sumAt(sums, level, open));
    if (passed < required) held = true;
    if (!held) raw = level;
  }
  return empty ? null : raw;
}

/** The lowest non-empty level above a level, or null. */
export function nextLevel(sums: LevelSums, top: number, level: number): number | null {
  for (let above = level + 1; above <= top; above++) {
    if (sumAt(sums, above, SUMS.required) > 0) return above;
  }
  return null;
}

/** One sum over another, summed over the levels `from` to `to`, 6 decimals; null where nothing is in force. */
export function shareOf(
  sums: LevelSums,
  which: readonly [part: number, whole: number],
  from: number,
  to: number,
): number | null {
  const whole = sumOver(sums, which[1], from, to);
  return whole === 0 ? null : round6(sumOver(sums, which[0], from, to) / whole);
}

/** The sums of one kind of evidence. */
export type KindSums = { required: number; met: number; weight: number; decided: number };
export type KindLevel = { level: number | null; coverage: number | null };
const NOTHING: KindLevel = { level: null, coverage: null };

/**
 * The level by the criteria of one kind of evidence: up to the first level that has no required criterion of that kind, since
 * nothing of that kind speaks for or against it; null where that is the first level of all.
 */
export function kindLevel(sums: LevelSums, top: number, kind: KindSums): KindLevel {
  let level = 1;
  let spoken = 1;
  let held = false;
  for (let next = 2; next <= top; next++) {
    const required = sumAt(sums, next, kind.required);
    if (required === 0) break;
    spoken = next;
    if (sumAt(sums, next, kind.met) < required) held = true;
    if (!held) level = next;
  }
  if (spoken === 1) return NOTHING;
  return { level, coverage: shareOf(sums, [kind.decided, kind.weight], 2, Math.min(level + 1, spoken)) };
}
