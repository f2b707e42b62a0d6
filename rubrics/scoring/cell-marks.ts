import type { Cell, CriterionResult } from './scorecard.ts';

/** What a meter notes at its corner: a symptom holds it down, evidence is old, exempt, inherited, ahead. */
export const MARKS = ['symptom', 'stale', 'exempt', 'inherited', 'ahead'] as const;
export type Mark = (typeof MARKS)[number];

const isInForce = ({ state }: CriterionResult) => state !== 'not_applicable' && state !== 'announced';
const isStale = ({ reason, stale }: CriterionResult) => reason === 'stale' || stale === true;

/** The marks of a cell, in their order; a cell without a level has none. */
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
  return MARKS.filter((mark) => marks[mark]);
}
