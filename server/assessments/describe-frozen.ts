import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Assessment, findPreviousAssessment, findPublishedAssessment } from '#db/queries/assessments.ts';
import type { Database } from '#db/schema.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { findWords } from '../reports/find-words.ts';
import type { ScoredAsOf, ScoredDocument } from './score-as-of.ts';

/** What whoever freezes a quarter says with it; what is left out is as in the quarter's draft. */
export type FreezeWords = { period: string; note?: string; asks?: string[]; correction?: string };

/** The row of a quarter that is frozen now. */
export async function describeFrozen(
  trx: Kysely<Database>,
  ctx: Context,
  given: { platform: Platform; scored: ScoredAsOf; backlog: ScoredDocument; words: FreezeWords },
): Promise<Assessment> {
  const { platform, scored, backlog, words } = given;
  const { period } = words;
  const previous = await findPreviousAssessment(trx, platform.id, period);
  return {
    ...{ id: randomUUID(), platformId: platform.id, platformName: platform.name, period },
    previousId: previous?.id ?? null,
    state: 'in_review',
    ...{ asOf: scored.asOf, scoring: scored.scoring },
    ...{ rubricId: scored.rubric.id, rubricVersion: scored.rubric.version, rubricSha256: scored.rubric.sha256 },
    bundleSha256: scored.bundle.sha256,
    scorecardSha256: scored.scorecard.sha256,
    backlogSha256: backlog.sha256,
    ...(await wordsOf(trx, platform.id, words)),
    correction: await correctionOf(trx, platform.id, words),
    frozenBy: ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name,
    frozenAt: ctx.now().toISOString(),
    ...{ publishedBy: null, publishedAt: null },
  };
}

async function wordsOf(trx: Kysely<Database>, platformId: string, { period, note, asks }: FreezeWords) {
  const drafted = await findWords(trx, platformId, period);
  const said = note ?? drafted.note;
  return { note: said === '' ? null : said, asks: JSON.stringify(asks ?? drafted.asks) };
}

/** A published quarter is frozen anew only with a reason, which its readers see. */
async function correctionOf(trx: Kysely<Database>, platformId: string, { period, correction }: FreezeWords) {
  const published = await findPublishedAssessment(trx, platformId, period);
  if (published !== undefined && correction === undefined) {
    throw new AppError('CONFLICT', `${period} is published. To freeze it anew, say in "correction" why.`);
  }
  if (published === undefined && correction !== undefined) {
    throw new AppError('CONFLICT', `There is nothing to correct: ${period} is not published.`);
  }
  return correction ?? null;
}
