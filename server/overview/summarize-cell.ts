import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { type Caps, listBlockers } from './list-blockers.ts';

export type Mark = 'symptom' | 'stale' | 'exempt' | 'inherited' | 'ahead';

/** A cell as a map or a panel shows it: where it stands, how sure that is, and what holds it there. */
export type CellSummary = ReturnType<typeof summarizeCell>;

const isInForce = ({ state }: CriterionResult) => state !== 'not_applicable' && state !== 'announced';
const isStale = ({ reason, stale }: CriterionResult) => reason === 'stale' || stale === true;

export function marksOf(cell: Cell): Mark[] {
  if (cell.state !== 'scored') return [];
  const inForce = cell.criteria.filter(isInForce);
  const marks = {
    symptom: cell.heldBy.length > 0,
    stale: inForce.some(isStale),
    exempt: inForce.some(({ state }) => state === 'exempt'),
    inherited: inForce.length > 0 && inForce.every(({ inherited }) => inherited),
    ahead: cell.ahead > 0,
  };
  return (['symptom', 'stale', 'exempt', 'inherited', 'ahead'] as const).filter((mark) => marks[mark]);
}

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
