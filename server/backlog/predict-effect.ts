import { z } from 'zod';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { effectBetween, goalOf, resultsByPlace, standingOf } from '#rubrics/scoring/effect.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import { scoreCurrent } from '../assessments/score-current.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import type { Task } from '../tasks/task.ts';
import type { PredictedEffect } from './backlog-snapshot.ts';
import { type CriterionPlace, placeField } from './improvement-fields.ts';

const predictEffectSchema = z.strictObject({ platformId: z.string(), criteria: z.array(placeField) });

/**
 * What would change if the criteria were where one wants them: met, and symptoms gone. Computed on the evidence of the current
 * scorecard, so that it stands beside the percentage that everybody sees. Null: nothing has been scored yet.
 */
export const predictEffectTask: Task<z.infer<typeof predictEffectSchema>, PredictedEffect | null> = {
  key: 'predict-effect',
  input: predictEffectSchema,
  async run({ db }, { platformId, criteria }) {
    const platform = await withRubric(db, await findPlatformById(db, platformId));
    const scored = platform === undefined ? null : await scoreCurrent(db, platform);
    if (scored === null) return null;
    const { rubric, loaded, scorecard } = scored;
    const after = scoreAssuming(rubric, loaded, assumeReached(scorecard, criteria));
    return { asOf: scorecard.asOf, ...effectBetween(scorecard, after) };
  },
};

/** The goals of criteria as assumptions. What is not in force, or is there already, is left as it is. */
function assumeReached(scorecard: Scorecard, criteria: readonly CriterionPlace[]): Assumption[] {
  const results = resultsByPlace(scorecard);
  return criteria.flatMap(({ criterion, capability }) => {
    const result = results.get(keyOf(criterion, capability));
    const standing = result === undefined ? null : standingOf(result);
    if (result === undefined || standing === null || standing === 'reached') return [];
    return [{ criterion, capability, state: goalOf(result.role) }];
  });
}
