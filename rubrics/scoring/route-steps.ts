import { keyOf } from '../evidence/day-columns.ts';
import type { Assumption } from './assume-states.ts';
import { goalOf } from './effect.ts';
import type { Cell, CriterionResult } from './scorecard.ts';
import { isShort } from './short-of-target.ts';
import type { Role } from './states.ts';

/** What a step of a route asks for: evidence of what nobody knows, work on what is not met, or a symptom to go. */
export const STEP_KINDS = ['gather', 'improve', 'remove'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A criterion that stands between a cell and a level; `capability` null: of the platform. */
export type RouteStep = {
  criterion: string;
  capability: string | null;
  kind: StepKind;
  role: Role;
  /** the level that it keeps the cell from; 1: that there is anything at all */
  opens: number;
};

/** At which level each limiter holds a cell, by its id. */
export type Caps = ReadonlyMap<string, number>;

/** The key of a criterion at a capability, or (null) of the platform, as in `keyOf`. */
export const placeKeyOf = ({ criterion, capability }: Pick<RouteStep, 'criterion' | 'capability'>) =>
  keyOf(criterion, capability);

/** The step as something to assume: done. */
export const asDone = ({ criterion, capability, role }: RouteStep): Assumption => ({
  criterion,
  capability,
  state: goalOf(role),
});

/** Whether the answers of a cell have targets of their own. */
const hasItems = ({ criteria }: Pick<Cell, 'criteria'>) => criteria.some(({ target }) => target !== undefined);

/**
 * Levels with a required criterion in force: the others hold nothing and cannot be reached by themselves. Where answers have
 * targets of their own, the levels of the answers that fall short.
 */
function levelsOf({ criteria }: Pick<Cell, 'criteria'>): number[] {
  const asked = criteria.filter((one) =>
    one.target === undefined
      ? one.role === 'required' && one.level >= 2 && one.state !== 'not_applicable' && one.state !== 'announced'
      : isShort(one),
  );
  return [...new Set(asked.map(({ level }) => level))].toSorted((a, b) => a - b);
}

/**
 * The level that brings a cell to `wanted`: the lowest that is asked for from there on, else the highest of all; null of none.
 * Level 1 asks only that there is something at all.
 */
export function levelToReach(cell: Pick<Cell, 'criteria'>, wanted: number): number | null {
  const levels = levelsOf(cell);
  if (hasItems(cell)) return levels.at(-1) ?? null;
  if (wanted === 1) return 1;
  return levels.find((level) => level >= wanted) ?? levels.at(-1) ?? null;
}

/** The lowest level asked for above the one that a cell has; null: it has them all. */
export function levelAbove(cell: Pick<Cell, 'criteria' | 'level' | 'target'>): number | null {
  if (cell.level === null && cell.target === 1 && !hasItems(cell)) return 1;
  return levelsOf(cell).find((level) => hasItems(cell) || level > (cell.level ?? 1)) ?? null;
}

/**
 * What stands between a cell and a level, level by level from below: what must exist at all, symptoms that hold it lower, and
 * every required criterion on the way that is not met or not known. Exempt counts as met; what is announced is not asked yet.
 */
export function missingFor(cell: Cell, level: number, caps: Caps): RouteStep[] {
  const steps = cell.criteria.flatMap((result) => stepOf(cell.capability, result, level, caps) ?? []);
  return steps.toSorted((a, b) => a.opens - b.opens);
}

/**
 * Whether a step has to be taken to come as far as is wanted. Where levels in between are empty, a symptom may hold a cell at
 * one of them and still let it come that far; and nobody has to know of an anchor for a cell to be at level 1.
 */
export function standsBefore({ kind, opens, role }: RouteStep, wanted: number): boolean {
  if (kind === 'remove') return opens <= wanted;
  return role !== 'anchor' || kind === 'improve' || wanted > 1;
}

/** The steps that bring a cell to `wanted`, as far as the rubric goes. */
export function stepsTo(cell: Cell, wanted: number, caps: Caps): RouteStep[] {
  const goal = levelToReach(cell, wanted);
  return goal === null ? [] : missingFor(cell, goal, caps).filter((step) => standsBefore(step, wanted));
}

function stepOf(capability: string, result: CriterionResult, level: number, caps: Caps): RouteStep | null {
  const asked = askedBefore(result, level, caps);
  if (asked === null) return null;
  return { criterion: result.id, capability: result.inherited ? null : capability, role: result.role, ...asked };
}

/** What a result asks for before its cell comes to a level, and the level that it keeps it from; null: it does not stand there. */
export function askedBefore(
  result: CriterionResult,
  level: number,
  caps: Caps,
): Pick<RouteStep, 'kind' | 'opens'> | null {
  const { id, role, state } = result;
  if (result.target !== undefined) {
    if (!isShort(result) || result.level > level) return null;
    return { kind: result.value === null ? 'gather' : 'improve', opens: result.level };
  }
  if (role === 'limiter') {
    const cap = caps.get(id) ?? level;
    return state === 'met' && cap < level ? { kind: 'remove', opens: cap + 1 } : null;
  }
  if (state !== 'not_met' && state !== 'unknown') return null;
  const kind = state === 'unknown' ? 'gather' : 'improve';
  if (role === 'anchor') return { kind, opens: 1 };
  return role === 'required' && result.level >= 2 && result.level <= level ? { kind, opens: result.level } : null;
}
