import type { Evidence, LoadedBundle } from '../evidence/load-bundle.ts';
import type { Rubric } from '../rubric.ts';
import { scoreCell } from './cell.ts';
import { decideCriteria } from './criterion.ts';
import { newLevelSums } from './level-sums.ts';
import { percentToTarget } from './percent-to-target.ts';
import { type Plan, planFor } from './plan.ts';
import { type NumberedStates, withNumbers } from './roll-ups/read-numbers.ts';
import { SCORING_VERSION, type Scorecard } from './scorecard.ts';

/** Scores a bundle by a rubric: states, reasons and levels. Pure; the same on the server, in the CLI and in a browser. */
export function score(rubric: Rubric, loaded: LoadedBundle): Scorecard {
  const plan = planFor(rubric, loaded);
  return scoreStates(rubric, loaded, { plan, decided: decideCriteria(plan, loaded) });
}

/** The scorecard of criteria that are decided already, by evidence or by assumption. */
export function scoreStates(
  rubric: Rubric,
  loaded: LoadedBundle,
  { plan, decided }: { plan: Plan; decided: NumberedStates },
): Scorecard {
  return {
    schema: 'plumbline/scorecard/1',
    scoring: SCORING_VERSION,
    rubric: { id: rubric.id, version: rubric.version, sha256: rubric.sha256 },
    bundleSha256: loaded.sha256,
    asOf: loaded.asOf,
    ...scoreCells(rubric, loaded, { plan, decided: withNumbers(decided, plan, loaded) }),
  };
}

/** The cells of a scorecard and what they add up to, from states (and numbers, in a pack that adds up answers) alone. */
export function scoreCells(
  rubric: Rubric,
  loaded: Pick<Evidence, 'claims'>,
  { plan, decided }: { plan: Plan; decided: NumberedStates },
): Pick<Scorecard, 'cells' | 'percentToTarget'> {
  const sums = newLevelSums();
  const weighted = plan.cells.map((cell) => ({
    cell: scoreCell({ plan: cell, decided, loaded, top: rubric.top, sums }),
    weight: cell.weight,
  }));
  return { cells: weighted.map(({ cell }) => cell), percentToTarget: percentToTarget(weighted, rubric.floor) };
}
