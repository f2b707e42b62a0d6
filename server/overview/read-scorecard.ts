import type { Kysely } from 'kysely';
import { findScorecardStamp } from '#db/queries/overview.ts';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { type Scorecard, scorecardSchema } from '#rubrics/scoring/scorecard.ts';

export type StoredScorecard = {
  /** null: nothing has been scored yet */
  scorecard: Scorecard | null;
  /** why the newest recompute failed; the scorecard is then the last good one */
  failure: { message: string; failedAt: string } | null;
};

/** The newest scorecard of a few platforms as it was parsed last: large, read by every page, changed once a minute at most. */
const parsed = new Map<string, { stamp: string; scorecard: Scorecard }>();
const KEPT = 16;

/** The stored current scorecard of a platform. Nothing is scored here, and nothing is parsed twice. */
export async function readScorecard(db: Kysely<Database>, platformId: string): Promise<StoredScorecard> {
  const row = await findScorecardStamp(db, platformId);
  if (row === undefined) return { scorecard: null, failure: null };
  const { asOf, bundleSha256, error, failedAt } = row;
  return {
    scorecard: bundleSha256 === null ? null : await readParsed(db, platformId, `${asOf} ${bundleSha256}`),
    failure: error === null || failedAt === null ? null : { message: error, failedAt },
  };
}

async function readParsed(db: Kysely<Database>, platformId: string, stamp: string): Promise<Scorecard | null> {
  const kept = parsed.get(platformId);
  if (kept?.stamp === stamp) return kept.scorecard;
  const row = await findCurrentScorecard(db, platformId);
  if (row === undefined || row.scorecard === null) return null;
  const scorecard = scorecardSchema.parse(JSON.parse(row.scorecard));
  parsed.delete(platformId);
  parsed.set(platformId, { stamp: `${row.asOf} ${row.bundleSha256}`, scorecard });
  for (const oldest of [...parsed.keys()].slice(0, -KEPT)) parsed.delete(oldest);
  return scorecard;
}
