import { z } from 'zod';
import { listAssessments as listRows } from '#db/queries/assessments.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { type AssessmentSummary, summarise } from './assessment-summary.ts';
import { isPublic, mayReview } from './may-review.ts';

export const listAssessmentsInput = z.strictObject({ platform: z.string() });

/** The quarters of a platform, newest first. */
export async function listAssessments(
  ctx: Context,
  input: z.infer<typeof listAssessmentsInput>,
): Promise<{ assessments: AssessmentSummary[]; mayReview: boolean }> {
  const platform = await findPlatform(ctx, input.platform);
  const reviewer = mayReview(ctx, platform.id);
  if (!reviewer) requireRole(ctx, platform.id, 'viewer', 'read');
  const rows = await listRows(ctx.db, platform.id);
  return { assessments: rows.filter((row) => reviewer || isPublic(row)).map(summarise), mayReview: reviewer };
}
