import { type Assessment, findPublishedAssessment } from '#db/queries/assessments.ts';
import { findVisibleAssessment } from '../assessments/find-visible-assessment.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';

const PERIOD = /^\d{4}-Q[1-4]$/;

/**
 * The assessment whose report is asked for: one by its id, or the published one of a quarter. A quarter that is still a draft,
 * being frozen or in review has no report yet, and it is not told which of these it is.
 */
export async function findReported(
  ctx: Context,
  input: { platform: string; id: string },
): Promise<{ platform: Platform; assessment: Assessment }> {
  if (!PERIOD.test(input.id)) return findVisibleAssessment(ctx, input);
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const assessment = await findPublishedAssessment(ctx.db, platform.id, input.id);
  if (assessment === undefined) {
    throw new AppError('CONFLICT', `${input.id} has no report yet: it has not been frozen and published.`);
  }
  return { platform, assessment };
}
