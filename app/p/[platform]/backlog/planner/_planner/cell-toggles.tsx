'use client';

import { asDone, levelAbove, levelToReach, missingFor, type RouteStep, stepsTo } from '#rubrics/scoring/route-steps.ts';
import { capsOfBase } from '#rubrics/scoring/route-to-target.ts';
import type { Cell, CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { CriterionToggle } from './criterion-toggle.tsx';
import type { ReadyPlanner } from './planner-data.ts';
import { NowAndThen } from './then-cell.tsx';
import type { WhatIfState } from './use-what-if.ts';

type Props = { planner: ReadyPlanner; state: WhatIfState; now: Cell; then: Cell };

const placeOf = (cell: Cell, { id, inherited }: CriterionResult) => ({
  criterion: id,
  capability: inherited ? null : cell.capability,
});

/** Takes at one stroke what a cell needs for its next level, or for its target. */
function Shortcuts({ planner, state, now, then }: Props) {
  const t = useText();
  const caps = capsOfBase(planner.base);
  const next = levelAbove(then);
  const goal = (then.level ?? 0) < then.target ? levelToReach(then, then.target) : null;
  const here = now.criteria.map((result) => placeOf(now, result)).filter((place) => state.stateOf(place) !== null);
  const take = (steps: readonly RouteStep[]) => state.assume(steps.map(asDone));
  return (
    <div className="flex flex-wrap gap-2 pt-3">
      {next === null ? null : (
        <Button onClick={() => take(missingFor(then, next, caps))}>{t('planner.cell.toLevel', { level: next })}</Button>
      )}
      {goal === null || goal === next ? null : (
        <Button onClick={() => take(stepsTo(then, then.target, caps))}>
          {t('planner.cell.toTarget', { level: then.target })}
        </Button>
      )}
      {here.length === 0 ? null : (
        <Button variant="quiet" onClick={() => state.forget(here)}>
          {t('planner.cell.asItIs')}
        </Button>
      )}
    </div>
  );
}

/** A cell with its criteria by level, each to be taken as met or otherwise; what does not apply is left out. */
export function CellToggles(props: Props) {
  const { planner, state, now, then } = props;
  const t = useText();
  const shown = now.criteria.filter((result) => state.whatIf.has(placeOf(now, result)));
  const levels = [...Map.groupBy(shown, ({ level }) => level)].toSorted(([a], [b]) => a - b);
  return (
    <>
      <p className="flex items-center gap-3">
        <NowAndThen now={now} then={then} levels={planner.levels} size={40} />
        <span className="text-xs text-muted">{t('planner.cell.target', { target: now.target })}</span>
      </p>
      <Shortcuts {...props} />
      {levels.map(([level, results]) => (
        <section key={level} className="pt-4">
          <h3 className="border-b border-hairline pb-1 text-xs font-medium text-muted">
            {t('planner.cell.level', { level })}
          </h3>
          <ul>
            {results.map((result) => (
              <CriterionToggle
                key={result.id}
                planner={planner}
                state={state}
                capability={now.capability}
                result={result}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
