import { asDone, type Caps, levelAbove, missingFor, type RouteStep, standsBefore } from './route-steps.ts';
import {
  byWorth,
  type CellName,
  capsOfBase,
  gainOf,
  listWants,
  type PricedStep,
  priceStep,
  type StepEfforts,
  sumEfforts,
} from './route-to-target.ts';
import type { Cell } from './scorecard.ts';
import type { WhatIf } from './what-if.ts';
import type { WhatIfBase } from './what-if-base.ts';

/** One level of one cell: what it takes, and everything that it lifts. */
export type Stage = CellName & {
  from: number | null;
  to: number | null;
  steps: PricedStep[];
  effort: { days: number; unknown: number };
  /** other cells whose level rises with it */
  lifts: (CellName & { from: number | null; to: number | null })[];
  /** what it adds to percent to target, and where that stands then, all stages before it done */
  gain: number;
  percentToTarget: number | null;
};

/** The assumed effort of a step of which nobody has said one, where nobody has said any. */
const DAYS_UNSAID = 5;

/**
 * The whole way to target, level by level, in the order in which it pays: each stage is the level of one cell that adds most to
 * percent to target for its person-days, now that those before it are done; what was done for one cell is not asked for again in
 * another. A step without an effort counts as the median of all that have one. It looks one level ahead and is no plan for a
 * budget: that is found by an integer program. Cells withdrawn by decision have no stage.
 */
export function routeOfPlatform(given: { base: WhatIfBase; whatIf: WhatIf; efforts: StepEfforts }): Stage[] {
  const { base, efforts } = given;
  const caps = capsOfBase(base);
  const typical = medianOf([...efforts.values()].filter((days) => days !== null)) ?? DAYS_UNSAID;
  const offered = new Set(base.capabilities.flatMap(({ key, offered: isOffered }) => (isOffered ? [key] : [])));
  const stages: Stage[] = [];
  let here = given.whatIf;
  for (;;) {
    const best = bestOf(here, { caps, efforts, typical, offered });
    if (best === null) return stages;
    const { stage, reached } = best;
    stages.push(stage);
    here = reached;
  }
}

type Setting = { caps: Caps; efforts: StepEfforts; typical: number; offered: ReadonlySet<string> };

/** The stage that pays best from here; null where every cell is where it can be. */
function bestOf(here: WhatIf, setting: Setting): { stage: Stage; reached: WhatIf } | null {
  const before = here.now.percentToTarget.value;
  const tried = here.now.cells.flatMap((cell, at) => {
    const steps = packageOf(cell, setting);
    if (steps.length === 0) return [];
    const { cells, percentToTarget } = here.assume(steps.map(asDone));
    if ((cells[at]?.level ?? 0) <= (cell.level ?? 0)) return [];
    const days = steps.reduce((sum, step) => sum + daysOf(step, cell, setting), 0);
    return [{ cell, at, steps, days, gain: gainOf(before, percentToTarget.value) }];
  });
  const [best] = tried.toSorted((a, b) => b.gain * a.days - a.gain * b.days || a.days - b.days || a.at - b.at);
  if (best === undefined) return null;
  const reached = here.after(best.steps.map(asDone));
  return { stage: describe(here, reached, best, setting), reached };
}

/** What a cell below its target needs for its next level. */
function packageOf(cell: Cell, { caps, offered }: Setting): RouteStep[] {
  if (cell.state === 'not_applicable' || (cell.level ?? 0) >= cell.target || !offered.has(cell.capability)) return [];
  const next = levelAbove(cell);
  return next === null ? [] : missingFor(cell, next, caps).filter((step) => standsBefore(step, cell.target));
}

/** Nothing is free: a step of no effort would pay infinitely. */
const LEAST_DAYS = 0.1;
function daysOf(step: RouteStep, cell: CellName, { efforts, typical }: Setting): number {
  return Math.max(LEAST_DAYS, priceStep(step, cell, new Map(), efforts).effort ?? typical);
}

type Tried = { cell: Cell; at: number; steps: RouteStep[]; gain: number };

function describe(here: WhatIf, reached: WhatIf, { cell, at, steps, gain }: Tried, { caps, efforts }: Setting): Stage {
  const wants = listWants(here.now.cells, caps);
  const priced = steps.map((step) => priceStep(step, cell, wants, efforts)).toSorted(byWorth);
  const lifts = reached.now.cells.flatMap((after, i) => {
    const from = here.now.cells[i]?.level ?? null;
    if (i === at || (after.level ?? 0) <= (from ?? 0)) return [];
    return [{ capability: after.capability, aspect: after.aspect, from, to: after.level }];
  });
  return {
    ...{ capability: cell.capability, aspect: cell.aspect, from: cell.level, to: reached.now.cells[at]?.level ?? null },
    ...{ steps: priced, effort: sumEfforts(priced), lifts, gain },
    percentToTarget: reached.now.percentToTarget.value,
  };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
