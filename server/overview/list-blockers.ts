import type { Rubric } from '#rubrics/rubric.ts';
import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { isShort } from '#rubrics/scoring/short-of-target.ts';

/** At which level each symptom of a rubric holds a cell, by its id. */
export type Caps = ReadonlyMap<string, number>;

const kept = new WeakMap<Rubric, Caps>();

export function capsOf(rubric: Rubric): Caps {
  const known = kept.get(rubric);
  if (known !== undefined) return known;
  const caps = new Map(rubric.pack.criteria.flatMap(({ id, caps_at: cap }) => (cap === undefined ? [] : [[id, cap]])));
  kept.set(rubric, caps);
  return caps;
}

const FIRST = { limiter: 0, anchor: 1, required: 2, supporting: 3 } as const;

function isBlocking(cell: Cell, caps: Caps, criterion: CriterionResult): boolean {
  const { id, level, role, state } = criterion;
  // where answers are added up each counts by itself, whatever its level
  if (criterion.target !== undefined) return isShort(criterion);
  // a symptom that is there holds the cell below its next level, also where criteria alone would hold it as low
  if (role === 'limiter') return state === 'met' && cell.next !== null && (caps.get(id) ?? cell.next) < cell.next;
  if (state !== 'not_met' && state !== 'unknown') return false;
  if (role === 'anchor') return true;
  return role === 'required' && cell.next !== null && level <= cell.next;
}

/**
 * What stands between a cell and its next level (where answers are added up, between the answers and their targets): symptoms that hold it down, then what must exist at all, then the
 * required criteria, those known not to be met before those not known.
 */
export function listBlockers(cell: Cell, caps: Caps): CriterionResult[] {
  if (cell.state === 'not_applicable') return [];
  const isUnknown = ({ state }: CriterionResult) => (state === 'unknown' ? 1 : 0);
  return cell.criteria
    .filter((criterion) => isBlocking(cell, caps, criterion))
    .toSorted((a, b) => FIRST[a.role] - FIRST[b.role] || isUnknown(a) - isUnknown(b) || a.level - b.level);
}
