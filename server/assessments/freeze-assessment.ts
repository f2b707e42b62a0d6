import type { Kysely } from 'kysely';
import { z } from 'zod';
import { insertAssessment } from '#db/queries/assessments.ts';
import { insertDocuments } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { canonicalJson, sha256Hex } from '#rubrics/evidence/canonical.ts';
import { snapshotBacklog } from '../backlog/snapshot-backlog.ts';
import { instantField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { asksField, correctionField, noteField } from '../reports/report-words.ts';
import { type AssessmentSummary, summarise } from './assessment-summary.ts';
import { describeFrozen } from './describe-frozen.ts';
import { parsePeriod } from './period.ts';
import { type ScoredAsOf, type ScoredDocument, scoreAsOfTask } from './score-as-of.ts';

export const freezeAssessmentInput = z.strictObject({
  platform: z.string(),
  /** the quarter's label, such as `2026-Q3` */
  period: z.string(),
  /** the instant whose evidence counts; absent: now */
  asOf: instantField.optional(),
  /** absent: as in the quarter's draft */
  note: noteField.optional(),
  /** what is asked of the reader; absent: as in the quarter's draft */
  asks: asksField.optional(),
  /** needed, and only then, where this quarter is published already: why it is frozen anew */
  correction: correctionField.optional(),
});

/** Freezes a quarter: rubric, bundle, scorecard and backlog are kept as they are, under their hashes, and wait for review. */
export async function freezeAssessment(
  ctx: Context,
  input: z.infer<typeof freezeAssessmentInput>,
): Promise<AssessmentSummary> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'assessments:write');
  const asOf = decideAsOf(ctx, platform, input);
  const scored = await ctx.runTask(scoreAsOfTask, { platformId: platform.id, asOf: asOf.toISOString() });
  const row = await ctx.db.transaction().execute(async (trx) => {
    const backlog = documentOf(await snapshotBacklog(trx, platform.id, scored.asOf));
    const assessment = await describeFrozen(trx, ctx, { platform, scored, backlog, words: input });
    await keepDocuments(trx, scored, backlog);
    if (!(await insertAssessment(trx, assessment))) {
      throw new AppError('CONFLICT', `${input.period} is already in review. Publish that one, or set it aside first.`);
    }
    const { id, period, scorecardSha256, correction } = assessment;
    const detail = { period, asOf: assessment.asOf, scorecardSha256, ...(correction === null ? {} : { correction }) };
    await recordAudit(trx, ctx, { action: 'assessment.freeze', platformId: platform.id, subject: id, detail });
    return assessment;
  });
  return summarise(row);
}

function decideAsOf(ctx: Context, platform: Platform, input: z.infer<typeof freezeAssessmentInput>): Date {
  const period = parsePeriod(input.period, platform);
  const asOf = input.asOf === undefined ? ctx.now() : new Date(input.asOf);
  if (asOf > ctx.now()) throw new AppError('BAD_REQUEST', 'A quarter can be frozen as of now or earlier, not later.');
  if (asOf.toISOString() < period.startsAt) {
    throw new AppError('BAD_REQUEST', `${period.label} has not begun at that time: it starts on ${period.startsAt}.`);
  }
  return asOf;
}

function documentOf(value: object): ScoredDocument {
  const text = canonicalJson(value);
  return { sha256: sha256Hex(text), text };
}

async function keepDocuments(trx: Kysely<Database>, scored: ScoredAsOf, backlog: ScoredDocument): Promise<void> {
  const { rubric, bundle, scorecard } = scored;
  await insertDocuments(trx, [
    { sha256: rubric.sha256, kind: 'rubric', content: rubric.text },
    { sha256: bundle.sha256, kind: 'bundle', content: bundle.text },
    { sha256: scorecard.sha256, kind: 'scorecard', content: scorecard.text },
    { sha256: backlog.sha256, kind: 'backlog', content: backlog.text },
  ]);
}
