import { type Assessment, findAssessment } from '#db/queries/assessments.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { isPublic, mayReview } from './may-review.ts';

/** An assessment that the asker may see, with its platform; what is only in review is missing for everybody but reviewers. */
export async function findVisibleAssessment(
  ctx: Context,
  input: { platform: string; id: string },
): Promise<{ platform: Platform; assessment: Assessment }> {
  const platform = await findPlatform(ctx, input.platform);
  if (!mayReview(ctx, platform.id)) requireRole(ctx, platform.id, 'viewer', 'read');
  const assessment = await findAssessment(ctx.db, platform.id, input.id);
  if (assessment === undefined || !(isPublic(assessment) || mayReview(ctx, platform.id))) {
    throw new AppError('NOT_FOUND', 'There is no such assessment.');
  }
  return { platform, assessment };
}
