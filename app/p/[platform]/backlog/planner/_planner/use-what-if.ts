'use client';

import { useMemo, useState } from 'react';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import { type Place, placeText, type ReadyPlanner } from './planner-data.ts';

/**
 * A what-if that is scored here, in the browser, by the same functions as everything else. What one assumed before comes back
 * by `undo`. Assumptions that have no place here any more stay in `strangers` and count for nothing.
 */
export function useWhatIf(base: ReadyPlanner['base'], start: readonly Assumption[]) {
  const whatIf = useMemo(() => openWhatIf(base), [base]);
  const [steps, setSteps] = useState<readonly (readonly Assumption[])[]>([start]);
  const all = steps.at(-1) ?? [];
  const assumed = useMemo(() => all.filter(whatIf.has), [all, whatIf]);
  const next = useMemo(() => whatIf.assume(assumed), [whatIf, assumed]);
  const go = (next: readonly Assumption[]) => setSteps((before) => [...before, next]);
  const without = (places: readonly Place[]) => {
    const named = new Set(places.map(placeText));
    return all.filter((one) => !named.has(placeText(one)));
  };
  return {
    ...{ whatIf, now: whatIf.now, next, assumed },
    strangers: all.filter((one) => !whatIf.has(one)),
    stateOf: (place: Place) => assumed.find((one) => placeText(one) === placeText(place))?.state ?? null,
    /** takes these to be so, besides what is assumed already */
    assume: (more: readonly Assumption[]) => go([...without(more), ...more]),
    /** leaves these as evidence has them */
    forget: (places: readonly Place[]) => go(without(places)),
    reset: () => go([]),
    undo: steps.length > 1 ? () => setSteps((before) => before.slice(0, -1)) : null,
  };
}
export type WhatIfState = ReturnType<typeof useWhatIf>;
