import type { Kysely } from 'kysely';
import { findScorecardStamp } from '#db/queries/overview.ts';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { type Scorecard, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { keepByStamp } from './keep-by-stamp.ts';

export type StoredScorecard = {
  /** another one after each recompute */
  stamp: string;
  /** null: nothing has been scored yet */
  scorecard: Scorecard | null;
  /** why the newest recompute failed; the scorecard is then the last good one */
  failure: { message: string; failedAt: string } | null;
};

/** The newest scorecard of a few platforms as it was parsed last: large, and read by every page. */
const keepParsed = keepByStamp<Scorecard | null>(16);

/** The stored current scorecard of a platform. Nothing is scored here, and nothing is parsed twice. */
export async function readScorecard(db: Kysely<Database>, platformId: string): Promise<StoredScorecard> {
  const row = await findScorecardStamp(db, platformId);
  if (row === undefined) return { stamp: '', scorecard: null, failure: null };
  const { asOf, bundleSha256, error, failedAt } = row;
  const stamp = `${asOf} ${bundleSha256}`;
  return {
    stamp,
    scorecard: bundleSha256 === null ? null : await keepParsed(platformId, stamp, () => parse(db, platformId)),
    failure: error === null || failedAt === null ? null : { message: error, failedAt },
  };
}

async function parse(db: Kysely<Database>, platformId: string): Promise<Scorecard | null> {
  const row = await findCurrentScorecard(db, platformId);
  return row === undefined || row.scorecard === null ? null : scorecardSchema.parse(JSON.parse(row.scorecard));
}
