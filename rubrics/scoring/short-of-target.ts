import type { Cell, CriterionResult } from './scorecard.ts';

type Item = Pick<CriterionResult, 'value' | 'target'>;

/** Whether a criterion has a target of its own, as in packs that add up answers, and its answer does not reach it or is not known. */
export const isShort = ({ value, target }: Item): boolean => target !== undefined && target > (value ?? 0);

/** Whether something is left to reach: an answer short of its target where answers have targets, else a level below it. */
export function isBelowTarget(cell: Pick<Cell, 'state' | 'level' | 'target' | 'criteria'>): boolean {
  if (cell.state === 'not_applicable') return false;
  if (cell.criteria.every(({ target }) => target === undefined)) return (cell.level ?? 0) < cell.target;
  return cell.state === 'not_offered' ? cell.target > 0 : cell.criteria.some(isShort);
}
