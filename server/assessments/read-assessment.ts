import { z } from 'zod';
import { findDocument } from '#db/queries/documents.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import type { Context } from '../context.ts';
import { assessmentSummarySchema, summarise } from './assessment-summary.ts';
import { findVisibleAssessment } from './find-visible-assessment.ts';

export const readAssessmentInput = z.strictObject({ platform: z.string(), id: z.string() });
export const assessmentSchema = assessmentSummarySchema.extend({ scorecard: scorecardSchema });

/** One frozen quarter with its scorecard. */
export async function readAssessment(
  ctx: Context,
  input: z.infer<typeof readAssessmentInput>,
): Promise<z.infer<typeof assessmentSchema>> {
  const { assessment } = await findVisibleAssessment(ctx, input);
  const text = await findDocument(ctx.db, assessment.scorecardSha256);
  if (text === undefined) throw new Error(`The scorecard ${assessment.scorecardSha256} of ${assessment.id} is gone.`);
  return { ...summarise(assessment), scorecard: scorecardSchema.parse(JSON.parse(text)) };
}
