import type { LoadedBundle } from '../../evidence/load-bundle.ts';
import type { LevelSums } from '../level-sums.ts';
import type { CellPlan } from '../plan-cell.ts';
import type { Cell } from '../scorecard.ts';
import type { NumberedStates } from './read-numbers.ts';

/** What a cell is scored from; `top` is the highest level, `sums` a place to count in. */
export type CellContext = {
  plan: CellPlan;
  decided: NumberedStates;
  loaded: Pick<LoadedBundle, 'claims'>;
  top: number;
  sums: LevelSums;
};

/** A way to make the level of a cell of the states of its criteria. A pack names it by `roll_up`. */
export type RollUpKind = {
  key: string;
  /** scores one cell (docs/scoring.md §4): pure, and the same whatever the order of its criteria */
  scoreCell: (context: CellContext) => Cell;
};
