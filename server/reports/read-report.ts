import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Assessment, listAssessments } from '#db/queries/assessments.ts';
import { findDocuments } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { summarise } from '../assessments/assessment-summary.ts';
import { findVisibleAssessment } from '../assessments/find-visible-assessment.ts';
import { mayReview } from '../assessments/may-review.ts';
import { readFrozen } from '../assessments/read-frozen.ts';
import type { Context } from '../context.ts';
import { buildReportModel } from './build-report-model.ts';
import type { QuarterPoint, ReportSource } from './report-model.ts';

const QUARTERS_SHOWN = 12;

export const readReportInput = z.strictObject({ platform: z.string(), id: z.string() });

/** The report of one frozen quarter, with the documents behind it. */
export async function readReport(
  ctx: Context,
  input: z.infer<typeof readReportInput>,
): Promise<ReportSource & { mayReview: boolean }> {
  const { platform, assessment } = await findVisibleAssessment(ctx, input);
  const chain = chainOf(assessment, await listAssessments(ctx.db, platform.id));
  const frozen = await readFrozen(ctx.db, assessment);
  const before = chain.at(-2);
  const report = buildReportModel({
    frozen,
    previous: before === undefined ? null : await readFrozen(ctx.db, before),
    history: await readHistory(ctx.db, chain),
  });
  return { summary: summarise(assessment), frozen, report, mayReview: mayReview(ctx, platform.id) };
}

/** The quarters that this one was frozen after, oldest first and itself last: each names the one before it, for good. */
function chainOf(assessment: Assessment, all: Assessment[]): Assessment[] {
  const byId = new Map(all.map((row) => [row.id, row]));
  const chain = [assessment];
  for (let at: Assessment | undefined = assessment; at?.previousId && chain.length < QUARTERS_SHOWN; ) {
    at = byId.get(at.previousId);
    if (at !== undefined) chain.unshift(at);
  }
  return chain;
}

async function readHistory(db: Kysely<Database>, chain: Assessment[]): Promise<QuarterPoint[]> {
  const texts = await findDocuments(
    db,
    chain.map(({ scorecardSha256 }) => scorecardSha256),
  );
  return chain.flatMap(({ period, scorecardSha256 }) => {
    const text = texts.get(scorecardSha256);
    if (text === undefined) return [];
    const { percentToTarget, rubric } = scorecardSchema.parse(JSON.parse(text));
    return [{ period, percentToTarget, rubric }];
  });
}
