import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Assessment, findPreviousAssessment, insertAssessment } from '#db/queries/assessments.ts';
import { insertDocuments } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { canonicalJson, sha256Hex } from '#rubrics/evidence/canonical.ts';
import { instantField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { foldDays } from '../evidence/fold-days.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricText } from '../rubrics/read-frozen-rubric.ts';
import { type AssessmentSummary, summarise } from './assessment-summary.ts';
import { parsePeriod } from './period.ts';
import { type Scored, scorePlatform } from './score-platform.ts';

export const freezeAssessmentInput = z.strictObject({
  platform: z.string(),
  /** the quarter's label, such as `2026-Q3` */
  period: z.string(),
  /** the instant whose evidence counts; absent: now */
  asOf: instantField.optional(),
  note: z.string().trim().max(2000).optional(),
});

/** Freezes a quarter: rubric, bundle and scorecard are kept as they are now, under their hashes, and wait for review. */
export async function freezeAssessment(
  ctx: Context,
  input: z.infer<typeof freezeAssessmentInput>,
): Promise<AssessmentSummary> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'assessments:write');
  const asOf = decideAsOf(ctx, platform, input);
  await foldDays(ctx.db, platform.id);
  const scored = await scorePlatform(ctx.db, platform, asOf);
  const row = await ctx.db.transaction().execute(async (trx) => {
    const assessment = await describe(trx, ctx, { platform, scored, input });
    await keepDocuments(trx, scored, assessment);
    if (!(await insertAssessment(trx, assessment))) {
      throw new AppError('CONFLICT', `${input.period} is already in review. Publish that one, or set it aside first.`);
    }
    const { id, period, scorecardSha256 } = assessment;
    const detail = { period, asOf: assessment.asOf, scorecardSha256 };
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

async function describe(
  trx: Kysely<Database>,
  ctx: Context,
  given: { platform: Platform; scored: Scored; input: z.infer<typeof freezeAssessmentInput> },
): Promise<Assessment> {
  const { platform, scored, input } = given;
  const previous = await findPreviousAssessment(trx, platform.id, input.period);
  return {
    id: randomUUID(),
    platformId: platform.id,
    platformName: platform.name,
    previousId: previous?.id ?? null,
    period: input.period,
    state: 'in_review',
    asOf: scored.scorecard.asOf,
    scoring: scored.scorecard.scoring,
    rubricId: scored.rubric.id,
    rubricVersion: scored.rubric.version,
    rubricSha256: scored.rubric.sha256,
    bundleSha256: scored.loaded.sha256,
    scorecardSha256: sha256Hex(canonicalJson(scored.scorecard)),
    note: input.note ? input.note : null,
    frozenBy: ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name,
    frozenAt: ctx.now().toISOString(),
    publishedBy: null,
    publishedAt: null,
  };
}

async function keepDocuments(trx: Kysely<Database>, scored: Scored, assessment: Assessment): Promise<void> {
  await insertDocuments(trx, [
    { sha256: assessment.rubricSha256, kind: 'rubric', content: rubricText(scored.rubric) },
    { sha256: assessment.bundleSha256, kind: 'bundle', content: canonicalJson(scored.loaded.bundle) },
    { sha256: assessment.scorecardSha256, kind: 'scorecard', content: canonicalJson(scored.scorecard) },
  ]);
}
