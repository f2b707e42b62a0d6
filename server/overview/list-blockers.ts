import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';

const FIRST = { limiter: 0, anchor: 1, required: 2, supporting: 3 } as const;

function isBlocking(cell: Cell, { id, level, role, state }: CriterionResult): boolean {
  if (role === 'limiter') return cell.heldBy.includes(id);
  if (state !== 'not_met' && state !== 'unknown') return false;
  if (role === 'anchor') return true;
  return role === 'required' && cell.next !== null && level <= cell.next;
}

/**
 * What stands between a cell and its next level: symptoms that hold it down, then what must exist at all, then the
 * required criteria, those known not to be met before those not known.
 */
export function listBlockers(cell: Cell): CriterionResult[] {
  if (cell.state === 'not_applicable') return [];
  const isUnknown = ({ state }: CriterionResult) => (state === 'unknown' ? 1 : 0);
  return cell.criteria
    .filter((criterion) => isBlocking(cell, criterion))
    .toSorted((a, b) => FIRST[a.role] - FIRST[b.role] || isUnknown(a) - isUnknown(b) || a.level - b.level);
}
