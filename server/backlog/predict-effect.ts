import type { Kysely } from 'kysely';
import { z } from 'zod';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { findScorecardStamp } from '#db/queries/overview.ts';
import type { Database } from '#db/schema.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { effectBetween, goalOf, resultsByPlace, standingOf } from '#rubrics/scoring/effect.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import { type Scored, scorePlatform } from '../assessments/score-platform.ts';
import type { Platform } from '../catalogue/find-platform.ts';
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
    const platform = await findPlatformById(db, platformId);
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

/** The scored evidence of the platforms asked about last: somebody who ponders a backlog asks again and again. */
const known = new Map<string, { stamp: string; scored: Scored }>();
const KEPT = 2;

async function scoreCurrent(db: Kysely<Database>, platform: Platform): Promise<Scored | null> {
  const row = await findScorecardStamp(db, platform.id);
  if (row === undefined || row.bundleSha256 === null) return null;
  const stamp = `${row.asOf} ${row.bundleSha256} ${platform.packId}@${platform.packVersion}`;
  const kept = known.get(platform.id);
  if (kept?.stamp === stamp) return kept.scored;
  const scored = await scorePlatform(db, platform, new Date(row.asOf));
  known.delete(platform.id);
  known.set(platform.id, { stamp, scored });
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
  return scored;
}
