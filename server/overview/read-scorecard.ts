import type { Kysely } from 'kysely';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { type Scorecard, scorecardSchema } from '#rubrics/scoring/scorecard.ts';

export type StoredScorecard = {
  /** null: nothing has been scored yet */
  scorecard: Scorecard | null;
  /** why the newest recompute failed; the scorecard is then the last good one */
  failure: { message: string; failedAt: string } | null;
};

/** The stored current scorecard of a platform. Nothing is scored here. */
export async function readScorecard(db: Kysely<Database>, platformId: string): Promise<StoredScorecard> {
  const row = await findCurrentScorecard(db, platformId);
  if (row === undefined) return { scorecard: null, failure: null };
  return {
    scorecard: row.scorecard === null ? null : scorecardSchema.parse(JSON.parse(row.scorecard)),
    failure: row.error === null || row.failedAt === null ? null : { message: row.error, failedAt: row.failedAt },
  };
}
