import type { Cell } from './scorecard.ts';

/** The three views of a cell, in the order in which they are told. */
export const VIEWS = ['claimed', 'felt', 'measured'] as const;
export type View = (typeof VIEWS)[number];

/** Two views of one cell that differ by a level or more. */
export type Gap = {
  higher: View;
  lower: View;
  /** in levels */
  size: number;
};

export type Views = Pick<Cell, View | 'feltCoverage' | 'measuredCoverage'>;

const LEAST_GAP = 1;
const LEAST_COVERAGE = 0.5;
const PAIRS = [
  ['felt', 'measured'],
  ['claimed', 'measured'],
  ['claimed', 'felt'],
] as const;

/** Whether evidence carries a view: half of what it rests on is decided. A claim rests on nothing, and has nothing to be short of. */
export function isCarried(cell: Views, view: View): boolean {
  if (view === 'claimed') return true;
  const coverage = view === 'felt' ? cell.feltCoverage : cell.measuredCoverage;
  return (coverage ?? 0) >= LEAST_COVERAGE;
}

/**
 * Where the views of a cell differ (docs/scoring.md §4): by a level or more, and only where evidence carries both. What is felt
 * against what is measured comes first, then claims against either. None where fewer than two views are known.
 */
export function gapsOf(cell: Views): Gap[] {
  return PAIRS.flatMap(([one, other]) => {
    const [a, b] = [cell[one], cell[other]];
    if (a === null || b === null || !isCarried(cell, one) || !isCarried(cell, other)) return [];
    if (Math.abs(a - b) < LEAST_GAP) return [];
    return [{ higher: a > b ? one : other, lower: a > b ? other : one, size: Math.abs(a - b) }];
  });
}
