import { rollUps } from './roll-ups/registry.ts';
import type { CellContext } from './roll-ups/roll-up-kind.ts';
import type { Cell } from './scorecard.ts';

/** Scores one cell by the roll-up of its pack (docs/scoring.md §4, docs/rubrics.md). */
export function scoreCell(context: CellContext): Cell {
  return (context.plan.items === null ? rollUps.gated : rollUps.answers).scoreCell(context);
}
