import { z } from 'zod';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import type { Context } from '../context.ts';
import { assessmentSummarySchema, summarise } from './assessment-summary.ts';
import { findVisibleAssessment } from './find-visible-assessment.ts';
import { readFrozen } from './read-frozen.ts';

export const readAssessmentInput = z.strictObject({ platform: z.string(), id: z.string() });
export const assessmentSchema = assessmentSummarySchema.extend({ scorecard: scorecardSchema });

/** One frozen quarter with its scorecard. */
export async function readAssessment(
  ctx: Context,
  input: z.infer<typeof readAssessmentInput>,
): Promise<z.infer<typeof assessmentSchema>> {
  const { assessment } = await findVisibleAssessment(ctx, input);
  const { scorecard } = await readFrozen(ctx.db, assessment);
  return { ...summarise(assessment), scorecard };
}
