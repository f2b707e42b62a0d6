import type { Pack } from '#rubrics/pack.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { type Effect, effectBetween } from '#rubrics/scoring/effect.ts';
import { listWork } from '#rubrics/scoring/list-work.ts';
import { placeKeyOf } from '#rubrics/scoring/route-steps.ts';
import { type StepEfforts, sumEfforts } from '#rubrics/scoring/route-to-target.ts';
import type { Cell, PercentToTarget } from '#rubrics/scoring/scorecard.ts';
import type { WhatIf } from '#rubrics/scoring/what-if.ts';
import type { WhatIfBase } from '#rubrics/scoring/what-if-base.ts';

/** An assumption that the rubric or the platform has no place for any more, and why. */
export type Gone = Assumption & { why: 'criterion' | 'capability' | 'not-asked' };
type Sorted = { known: Assumption[]; gone: Gone[] };
type Opened = { base: WhatIfBase; whatIf: WhatIf };

/**
 * What of some assumptions still has a place. A criterion with a new id is taken under it, where the pack says which; what a
 * newer rubric no longer has, or no longer asks there, is kept apart and counts for nothing.
 */
export function sortAssumptions(assumed: readonly Assumption[], { base, whatIf }: Opened, pack: Pack): Sorted {
  const criteria = new Set(base.criteria.map(({ id }) => id));
  const capabilities = new Set(base.capabilities.map(({ key }) => key));
  const sorted: Sorted = { known: [], gone: [] };
  for (const one of assumed) {
    const now = { ...one, criterion: idToday(one.criterion, criteria, pack) };
    if (whatIf.has(now)) sorted.known.push(now);
    else if (!criteria.has(now.criterion)) sorted.gone.push({ ...one, why: 'criterion' });
    else if (now.capability !== null && !capabilities.has(now.capability))
      sorted.gone.push({ ...one, why: 'capability' });
    else sorted.gone.push({ ...one, why: 'not-asked' });
  }
  return sorted;
}

function idToday(id: string, criteria: ReadonlySet<string>, { pack }: Pack): string {
  const passed = new Set<string>();
  let today = id;
  while (!criteria.has(today) && !passed.has(today)) {
    passed.add(today);
    today = pack.renamed?.[today] ?? today;
  }
  return today;
}

/** What some assumptions come to on the evidence of now. */
export type Outcome = {
  percentToTarget: PercentToTarget;
  /** against the scorecard as it is */
  effect: Effect;
  /** every cell, as it would be */
  cells: Pick<Cell, 'capability' | 'aspect' | 'state' | 'level' | 'low' | 'high' | 'target'>[];
  /** person-days for what is assumed to be reached and is not yet; and how many of those nobody has estimated */
  effort: { days: number; unknown: number };
  gone: Gone[];
  /** how many assumptions count */
  counted: number;
};

export function evaluateAssumptions(
  assumed: readonly Assumption[],
  opened: Opened & { pack: Pack; efforts: StepEfforts },
): Outcome {
  const { whatIf, efforts } = opened;
  const { known, gone } = sortAssumptions(assumed, opened, opened.pack);
  const then = whatIf.assume(known);
  const work = listWork(known, whatIf.now.cells);
  return {
    percentToTarget: then.percentToTarget,
    effect: effectBetween(whatIf.now, then),
    cells: then.cells.map(({ capability, aspect, state, level, low, high, target }) => {
      return { capability, aspect, state, level, low, high, target };
    }),
    effort: sumEfforts(work.map((place) => ({ effort: efforts.get(placeKeyOf(place)) ?? null }))),
    gone,
    counted: known.length,
  };
}
