import { round6 } from '#rubrics/round6.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { endExemptions } from '#rubrics/scoring/end-exemptions.ts';
import { percentToTargetOf, withoutExemptions } from '#rubrics/scoring/roll-up.ts';
import type { Cell, Scorecard } from '#rubrics/scoring/scorecard.ts';

type Place = { kind: 'exemption' | 'not_applicable'; criterion: string; capability: string | null };
export type Weight = {
  /** cells in which the criterion stands */
  cells: number;
  /** of these, the ones that would be lower without their exemptions */
  lifted: number;
  /** percent to target that rests on them, as a fraction; null: it leaves the sums, or nothing is to be reached */
  percent: number | null;
};

const cellsOf = (cells: readonly Cell[], { criterion, capability }: Omit<Place, 'kind'>) =>
  cells.filter(
    (cell) =>
      (capability === null || cell.capability === capability) && cell.criteria.some(({ id }) => id === criterion),
  );

/** A cell that an exemption lifts or keeps in being. */
const isLifted = (cell: Cell) => cell.state === 'scored' && (cell.levelWithoutExemptions ?? 0) < (cell.level ?? 0);

/**
 * How much of a scorecard rests on exemptions. Where levels are gated, from the level that each cell has without them: two
 * exemptions in one cell hold it up together, and what rests on them is told for each, and once in the sum of all. Where answers
 * are added up each is weighed by itself, by scoring without it.
 */
export function weighExemptions(
  scorecard: Pick<Scorecard, 'cells'>,
  weights: ReadonlyMap<string, number>,
  rubric: Rubric,
) {
  const percentOf = (cells: readonly Cell[]) => percentToTargetOf(cells, weights, rubric.floor).value;
  const whole = percentOf(scorecard.cells);
  const isGated = rubric.rollUp === 'gated';
  const restingOn = (without: (cell: Cell) => Cell) => {
    const rest = percentOf(scorecard.cells.map(without));
    return whole === null || rest === null ? null : round6(whole - rest);
  };
  const lowered = (cell: Cell) => (isGated && !isLifted(cell) ? cell : withoutExemptions(cell));
  return {
    all: restingOn(lowered),
    of: (place: Place): Weight => {
      const cells = cellsOf(scorecard.cells, place);
      if (place.kind === 'not_applicable') return { cells: cells.length, lifted: 0, percent: null };
      const here = new Set(cells);
      const ended = (cell: Cell) =>
        isGated ? lowered(cell) : endExemptions(rubric, cell, ({ id }) => id === place.criterion);
      const lifted = isGated ? isLifted : (cell: Cell) => (ended(cell).level ?? 0) < (cell.level ?? 0);
      return {
        cells: cells.length,
        lifted: cells.filter(lifted).length,
        percent: restingOn((cell) => (here.has(cell) ? ended(cell) : cell)),
      };
    },
  };
}
