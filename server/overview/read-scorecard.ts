import type { Kysely } from 'kysely';
import { findScorecardStamp } from '#db/queries/overview.ts';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { type Insights, insightsSchema } from '../assessments/gather-insights.ts';
import { type GradedScorecard, readStored } from '../assessments/stored-scorecard.ts';
import { keepByStamp } from './keep-by-stamp.ts';

export type StoredScorecard = {
  /** another one after each recompute */
  stamp: string;
  /** null: nothing has been scored yet */
  scorecard: GradedScorecard | null;
  /** what follows from it; null also where it was stored before that was worked out as it is today */
  insights: Insights | null;
  /** why the newest recompute failed; the scorecard is then the last good one */
  failure: { message: string; failedAt: string } | null;
};

type Parsed = Pick<StoredScorecard, 'scorecard' | 'insights'>;
const NOTHING: Parsed = { scorecard: null, insights: null };

/** The newest scorecard of a few platforms as it was parsed last: large, and read by every page. */
const keepParsed = keepByStamp<Parsed>(16);

/** The stored current scorecard of a platform. No evidence is read here, and nothing is parsed twice. */
export async function readScorecard(db: Kysely<Database>, platformId: string): Promise<StoredScorecard> {
  const row = await findScorecardStamp(db, platformId);
  if (row === undefined) return { stamp: '', ...NOTHING, failure: null };
  const { asOf, revision, scored, error, failedAt } = row;
  const stamp = `${asOf} ${revision}`;
  return {
    stamp,
    ...(!scored ? NOTHING : await keepParsed(platformId, stamp, () => parse(db, platformId))),
    failure: error === null || failedAt === null ? null : { message: error, failedAt },
  };
}

async function parse(db: Kysely<Database>, platformId: string): Promise<Parsed> {
  const row = await findCurrentScorecard(db, platformId);
  if (row === undefined || row.scorecard === null) return NOTHING;
  const { data = null } = insightsSchema.safeParse(JSON.parse(row.insights ?? 'null'));
  const { scorecard, asOf } = row;
  return { scorecard: await readStored(db, { scorecard, asOf }), insights: data };
}
