import { marksOf } from '#rubrics/scoring/cell-marks.ts';
import type { Caps } from '#rubrics/scoring/route-steps.ts';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import { listBlockers } from './list-blockers.ts';

/** A cell as a map or a panel shows it: where it stands, how sure that is, and what holds it there. */
export type CellSummary = ReturnType<typeof summarizeCell>;

export function summarizeCell(cell: Cell, caps: Caps) {
  const { capability, aspect, state, level, low, high, next, target, coverage, confidence, claimed } = cell;
  return {
    ...{ capability, aspect, state, level, low, high, next, target, coverage, confidence, claimed },
    marks: marksOf(cell),
    blockers: listBlockers(cell, caps).map(({ id, state: own, reason }) => ({
      id,
      state: own,
      reason: reason ?? null,
    })),
    /** limiters that nothing decides */
    unchecked: cell.unchecked.length,
  };
}
