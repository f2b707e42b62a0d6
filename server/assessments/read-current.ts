import type { Kysely } from 'kysely';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { type GradedScorecard, readStored } from './stored-scorecard.ts';

/** The current scorecard of a platform; null: nothing has been scored yet. */
export async function readCurrent(db: Kysely<Database>, platformId: string): Promise<GradedScorecard | null> {
  const row = await findCurrentScorecard(db, platformId);
  if (row === undefined || row.scorecard === null) return null;
  return readStored(db, { scorecard: row.scorecard, asOf: row.asOf });
}
