import type { Assessment } from '#db/queries/assessments.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';

/** Whether somebody may see and publish what is still in review: editors of the platform, and tokens that freeze quarters. */
export function mayReview(ctx: Context, platformId: string): boolean {
  try {
    requireRole(ctx, platformId, 'editor', 'assessments:write');
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** What is in review is for reviewers, and so is what was set aside before anybody published it. */
export function isPublic({ publishedAt }: Pick<Assessment, 'publishedAt'>): boolean {
  return publishedAt !== null;
}
