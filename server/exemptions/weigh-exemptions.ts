import { round6 } from '#rubrics/round6.ts';
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
 * How much of a scorecard rests on exemptions, from the level that each cell has without them. Two exemptions in one cell hold
 * it up together: what rests on them is told for each, and once in the sum of all.
 */
export function weighExemptions(
  scorecard: Pick<Scorecard, 'cells'>,
  weights: ReadonlyMap<string, number>,
  floor: number,
) {
  const percentOf = (cells: readonly Cell[]) => percentToTargetOf(cells, weights, floor).value;
  const whole = percentOf(scorecard.cells);
  const restingOn = (some: ReadonlySet<Cell>) => {
    const without = percentOf(
      scorecard.cells.map((cell) => (some.has(cell) && isLifted(cell) ? withoutExemptions(cell) : cell)),
    );
    return whole === null || without === null ? null : round6(whole - without);
  };
  return {
    all: restingOn(new Set(scorecard.cells)),
    of: (place: Place): Weight => {
      const cells = cellsOf(scorecard.cells, place);
      if (place.kind === 'not_applicable') return { cells: cells.length, lifted: 0, percent: null };
      return { cells: cells.length, lifted: cells.filter(isLifted).length, percent: restingOn(new Set(cells)) };
    },
  };
}
