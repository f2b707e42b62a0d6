import { round6 } from '../round6.ts';
import { COLUMNS, countOf, sumColumn, type Tally } from './tally.ts';

/**
 * The level without limiters: the highest non-empty level from 2 on whose required criteria, and all below, count as met; else 1.
 * Null where no level has a required criterion in force. `met` names the column that counts as met, `open` one that passes too.
 */
export function rawLevel(tally: Tally, top: number, met: number, open: number | null): number | null {
  let raw = 1;
  let empty = true;
  let held = false;
  for (let level = 2; level <= top; level++) {
    const required = countOf(tally, level, COLUMNS.required);
    if (required === 0) continue;
    empty = false;
    const passed = countOf(tally, level, met) + (open === null ? 0 : countOf(tally, level, open));
    if (passed < required) held = true;
    if (!held) raw = level;
  }
  return empty ? null : raw;
}

/** The lowest non-empty level above a level, or null. */
export function nextLevel(tally: Tally, top: number, level: number): number | null {
  for (let above = level + 1; above <= top; above++) {
    if (countOf(tally, above, COLUMNS.required) > 0) return above;
  }
  return null;
}

/** One column over another, summed over the levels `from` to `to`, 6 decimals; null where nothing is in force. */
export function shareOf(
  tally: Tally,
  columns: readonly [part: number, whole: number],
  from: number,
  to: number,
): number | null {
  const whole = sumColumn(tally, columns[1], from, to);
  return whole === 0 ? null : round6(sumColumn(tally, columns[0], from, to) / whole);
}

export type KindLevel = { level: number | null; coverage: number | null };
const NOTHING: KindLevel = { level: null, coverage: null };

/**
 * The level by the criteria of one kind of evidence: up to the first level that has no required criterion of that kind, since
 * nothing of that kind speaks for or against it; null where that is the first level of all. `first` is the kind's first column.
 */
export function kindLevel(tally: Tally, top: number, first: number): KindLevel {
  let level = 1;
  let spoken = 1;
  let held = false;
  for (let next = 2; next <= top; next++) {
    const required = countOf(tally, next, first);
    if (required === 0) break;
    spoken = next;
    if (countOf(tally, next, first + 1) < required) held = true;
    if (!held) level = next;
  }
  if (spoken === 1) return NOTHING;
  return { level, coverage: shareOf(tally, [first + 3, first + 2], 2, Math.min(level + 1, spoken)) };
}
