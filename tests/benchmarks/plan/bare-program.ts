import type { Program } from '#rubrics/scoring/plan-program.ts';
import type { Limits } from '#server/planning/fold-program.ts';
import type { IntegerProgram, Row } from '#server/planning/run-solver.ts';

/** The program as one would write it down at first: a column for each level and each place, a row for each place of each level. */
export function bareProgram(
  { places, rungs }: Program,
  { budget, costs }: Limits,
): Omit<IntegerProgram, 'limitSeconds'> {
  const columns = rungs.length + places.length;
  const rows = rungs.flatMap((rung, level) =>
    rung.places.map(
      (place): Row => ({
        least: 0,
        most: Number.POSITIVE_INFINITY,
        terms: [
          [rungs.length + place, 1],
          [level, -1],
        ],
      }),
    ),
  );
  const cost = costs.map((units, place) => [rungs.length + place, units ?? 0] as const);
  return {
    goal: 'maximize',
    worth: [...rungs.map(({ gain }) => gain), ...places.map(() => 0)],
    whole: columns,
    rows: [...rows, { least: Number.NEGATIVE_INFINITY, most: budget, terms: cost }],
    start: Array.from({ length: columns }, () => 0),
  };
}
