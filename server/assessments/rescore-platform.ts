import type { Kysely } from 'kysely';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { saveScoringError } from '#db/queries/scorecards.ts';
import type { Database } from '#db/schema.ts';
import { judgeImprovements } from '../backlog/judge-improvements.ts';
import { AppError } from '../errors.ts';
import { foldDays } from '../evidence/fold-days.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import { type Scored, scorePlatform } from './score-platform.ts';
import { storeScorecard } from './store-scorecard.ts';

const MAX_ROUNDS = 3;

/**
 * Recomputes the current scorecard of a platform and stores it with its traces and today's row; then what was done is judged
 * by it. A failure to score is kept beside the last good scorecard, then thrown.
 */
export async function rescorePlatform(
  ctx: { db: Kysely<Database>; now: () => Date },
  platformId: string,
): Promise<void> {
  const scored = await scoreAndStore(ctx, platformId);
  if (scored !== null) await judgeImprovements(ctx, platformId, { ...scored, load: async () => scored });
}

/**
 * Where a newer scorecard is already stored, it scores again as of that instant, so that the change that asked for it is in the
 * row and the row never goes back in time.
 */
async function scoreAndStore(
  { db, now }: { db: Kysely<Database>; now: () => Date },
  platformId: string,
): Promise<Scored | null> {
  let asOf = now();
  try {
    const platform = await withRubric(db, await findPlatformById(db, platformId));
    if (platform === undefined) return null;
    await foldDays(db, platformId);
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const scored = await scorePlatform(db, platform, asOf);
      const newerAsOf = await storeScorecard(db, platformId, scored);
      if (newerAsOf === null) return scored;
      asOf = new Date(newerAsOf);
    }
    return null;
  } catch (error) {
    // what only the log should tell (paths, statements) is not shown on the pages
    const reason = error instanceof AppError ? error.message : 'Something unexpected happened; the log says what.';
    await saveScoringError(db, platformId, { error: reason, failedAt: asOf.toISOString() });
    throw error;
  }
}
