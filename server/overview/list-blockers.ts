import type { Rubric } from '#rubrics/rubric.ts';
import { askedBefore, type Caps } from '#rubrics/scoring/route-steps.ts';
import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';

const kept = new WeakMap<Rubric, Caps>();

/** At which level each symptom of a rubric holds a cell, by its id. */
export function capsOf(rubric: Rubric): Caps {
  const known = kept.get(rubric);
  if (known !== undefined) return known;
  const caps = new Map(rubric.pack.criteria.flatMap(({ id, caps_at: cap }) => (cap === undefined ? [] : [[id, cap]])));
  kept.set(rubric, caps);
  return caps;
}

const FIRST = { limiter: 0, anchor: 1, required: 2, supporting: 3 } as const;

/** Where there is no level above: what must exist at all. Where answers are added up each counts by itself, whatever its level. */
const levelAhead = ({ criteria, next }: Cell) =>
  criteria.some(({ target }) => target !== undefined) ? Number.POSITIVE_INFINITY : (next ?? 1);

/**
 * What stands between a cell and its next level, or, where answers are added up, between the answers and their targets: symptoms
 * that hold it down, then what must exist at all, then the required criteria, those known not to be met before those not known.
 */
export function listBlockers(cell: Cell, caps: Caps): CriterionResult[] {
  if (cell.state === 'not_applicable') return [];
  const level = levelAhead(cell);
  const isUnknown = ({ state }: CriterionResult) => (state === 'unknown' ? 1 : 0);
  return cell.criteria
    .filter((criterion) => askedBefore(criterion, level, caps) !== null)
    .toSorted((a, b) => FIRST[a.role] - FIRST[b.role] || isUnknown(a) - isUnknown(b) || a.level - b.level);
}
