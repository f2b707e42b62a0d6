import { z } from 'zod';
import type { LoadedBundle } from '../evidence/load-bundle.ts';
import type { Rubric } from '../rubric.ts';
import { compareScorecards, comparisonSchema } from '../scoring/compare.ts';
import { flipSchema, flips, type Renamed } from '../scoring/flips.ts';
import { score } from '../scoring/score.ts';
import { percentToTargetSchema, type Scorecard } from '../scoring/scorecard.ts';

export const rubricEffectSchema = z.strictObject({
  percentToTarget: z.strictObject({ before: percentToTargetSchema, after: percentToTargetSchema }),
  /** cells that move, with the criteria that the rubric flipped; nothing of it is evidence */
  comparison: comparisonSchema,
  /** criteria whose state changes, with the number of cells in which they do */
  criteria: z.array(
    z.strictObject({
      criterion: z.string(),
      /** its id before, where it has another one now */
      formerly: flipSchema.shape.formerly,
      /** null: not in that version */
      before: flipSchema.shape.before,
      after: flipSchema.shape.after,
      cells: z.int(),
    }),
  ),
});
/** What another rubric would make of the same evidence. */
export type RubricEffect = z.infer<typeof rubricEffectSchema>;

/**
 * The effect of `rubric` on evidence that `before` was scored from. `renamed`: what lives on under another id in it, and in the
 * evidence. Pure; changes nothing that is kept.
 */
export function effectOfRubric(
  before: Scorecard,
  rubric: Rubric,
  loaded: LoadedBundle,
  renamed: Renamed = new Map(),
): RubricEffect {
  const after = score(rubric, loaded);
  const changed = flips(before, after, renamed).filter((flip) => flip.before !== flip.after);
  const groups = Map.groupBy(changed, (flip) => JSON.stringify([flip.criterion, flip.before, flip.after]));
  const criteria = [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { criterion, formerly, before: was, after: is } = first;
    return [{ criterion, ...(formerly === undefined ? {} : { formerly }), before: was, after: is, cells: same.length }];
  });
  const { cells, ...comparison } = compareScorecards(before, after, after, renamed);
  return {
    percentToTarget: { before: before.percentToTarget, after: after.percentToTarget },
    comparison: { ...comparison, cells: [...cells] },
    criteria: criteria.toSorted((a, b) => (a.criterion < b.criterion ? -1 : a.criterion > b.criterion ? 1 : 0)),
  };
}
