import { round6 } from '../round6.ts';
import { asDone, type Caps, placeKeyOf, type RouteStep, stepsTo } from './route-steps.ts';
import type { Cell } from './scorecard.ts';
import { isBelowTarget } from './short-of-target.ts';
import type { WhatIf } from './what-if.ts';
import type { WhatIfBase } from './what-if-base.ts';

/** Person-days by `keyOf(criterion, capability)`; null, or not there: nobody has said. */
export type StepEfforts = ReadonlyMap<string, number | null>;
export type CellName = { capability: string; aspect: string };

export type PricedStep = RouteStep & {
  /** person-days */
  effort: number | null;
  /** other cells below their target that want the same: done once, it counts there too */
  alsoIn: CellName[];
};

/** A step with what it brings after those before it. */
export type TakenStep = PricedStep & {
  /** of the cell; null: still not offered */
  level: number | null;
  percentToTarget: number | null;
  /** what this step alone adds to percent to target, as a share; 0 where a level still wants more */
  gain: number;
};

export type CellRoute = CellName & {
  state: Cell['state'];
  level: number | null;
  target: number;
  /** withdrawn by decision: no criterion brings it back. Unreachable: the rubric asks for nothing as high as the target */
  obstacle: 'withdrawn' | 'unreachable' | null;
  steps: TakenStep[];
  /** all steps together, and the steps of which nobody has said an effort */
  effort: { days: number; unknown: number };
  /** the level and percent to target at its end, and what the whole route adds */
  reaches: number | null;
  percentToTarget: number | null;
  gain: number;
};

/** At which level each limiter of a base holds a cell. */
export const capsOfBase = ({ criteria }: Pick<WhatIfBase, 'criteria'>): Caps =>
  new Map(criteria.flatMap(({ id, role, capsAt }) => (role === 'limiter' ? [[id, capsAt]] : [])));

/** The cells below their target that want a place on their way, by its key. */
export function listWants(cells: readonly Cell[], caps: Caps): Map<string, CellName[]> {
  const wants = new Map<string, CellName[]>();
  for (const cell of cells.filter(isBelowTarget)) {
    for (const step of stepsTo(cell, cell.target, caps)) {
      const key = placeKeyOf(step);
      wants.set(key, [...(wants.get(key) ?? []), { capability: cell.capability, aspect: cell.aspect }]);
    }
  }
  return wants;
}

const isCell = (a: CellName, b: CellName) => a.capability === b.capability && a.aspect === b.aspect;

/** A step of a cell with its person-days and the other cells that want it, of `listWants`. */
export function priceStep(
  step: RouteStep,
  cell: CellName,
  wants: Map<string, CellName[]>,
  efforts: StepEfforts,
): PricedStep {
  const key = placeKeyOf(step);
  const alsoIn = (wants.get(key) ?? []).filter((one) => !isCell(one, cell));
  return { ...step, effort: efforts.get(key) ?? null, alsoIn };
}

/** Levels from below first; among what opens a level, what counts in most cells, then what takes least, then by id. */
export function byWorth(a: PricedStep, b: PricedStep): number {
  return (
    a.opens - b.opens ||
    b.alsoIn.length - a.alsoIn.length ||
    (a.effort ?? Number.POSITIVE_INFINITY) - (b.effort ?? Number.POSITIVE_INFINITY) ||
    (a.criterion < b.criterion ? -1 : 1)
  );
}

/** Person-days in all, and of how many steps nobody has said any. */
export function sumEfforts(steps: readonly Pick<PricedStep, 'effort'>[]): CellRoute['effort'] {
  return {
    days: round6(steps.reduce((sum, { effort }) => sum + (effort ?? 0), 0)),
    unknown: steps.filter(({ effort }) => effort === null).length,
  };
}

type Given = { base: WhatIfBase; whatIf: WhatIf; efforts: StepEfforts };

/**
 * The route of one cell to its target (docs/scoring.md §7), in the order in which it pays, with what each step brings when
 * those before it are done: the engine's own answer, gates and all. Empty where the cell is at its target.
 */
export function routeToTarget({ base, whatIf, efforts }: Given, name: CellName): CellRoute | null {
  const at = whatIf.now.cells.findIndex((one) => isCell(one, name));
  const cell = whatIf.now.cells[at];
  if (cell === undefined) return null;
  const caps = capsOfBase(base);
  const isWithdrawn = base.capabilities.some(({ key, offered }) => key === cell.capability && !offered);
  const wants = listWants(whatIf.now.cells, caps);
  const missing = isWithdrawn || !isBelowTarget(cell) ? [] : stepsTo(cell, cell.target, caps);
  const priced = missing.map((step) => priceStep(step, cell, wants, efforts)).toSorted(byWorth);
  const steps = takeSteps(whatIf, at, priced);
  const reaches = steps.at(-1)?.level ?? cell.level;
  const value = steps.at(-1)?.percentToTarget ?? whatIf.now.percentToTarget.value;
  return {
    ...{ capability: cell.capability, aspect: cell.aspect, state: cell.state, level: cell.level, target: cell.target },
    obstacle: isWithdrawn ? 'withdrawn' : isBelowTarget(cell) && (reaches ?? 0) < cell.target ? 'unreachable' : null,
    steps,
    effort: sumEfforts(steps),
    reaches,
    percentToTarget: value,
    gain: gainOf(whatIf.now.percentToTarget.value, value),
  };
}

/** Takes the steps one after the other. */
function takeSteps(whatIf: WhatIf, cell: number, steps: readonly PricedStep[]): TakenStep[] {
  let here = whatIf;
  return steps.map((step) => {
    const before = here.now.percentToTarget.value;
    here = here.after([asDone(step)]);
    const { value } = here.now.percentToTarget;
    return { ...step, level: here.now.cells[cell]?.level ?? null, percentToTarget: value, gain: gainOf(before, value) };
  });
}

/** What is added from one percent to target to another, as a share; 0 where either is not known. */
export const gainOf = (before: number | null, after: number | null) =>
  before === null || after === null ? 0 : round6(after - before);
