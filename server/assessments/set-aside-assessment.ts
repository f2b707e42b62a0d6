import { z } from 'zod';
import { moveAssessment } from '#db/queries/assessments.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { type AssessmentSummary, summarise } from './assessment-summary.ts';
import { findVisibleAssessment } from './find-visible-assessment.ts';

export const setAsideAssessmentInput = z.strictObject({ platform: z.string(), id: z.string() });

/** Ends a review without publishing, so that the quarter can be frozen again. What was frozen is kept. */
export async function setAsideAssessment(
  ctx: Context,
  input: z.infer<typeof setAsideAssessmentInput>,
): Promise<AssessmentSummary> {
  const { platform, assessment } = await findVisibleAssessment(ctx, input);
  requireRole(ctx, platform.id, 'editor', 'assessments:write');
  await ctx.db.transaction().execute(async (trx) => {
    if (!(await moveAssessment(trx, assessment.id, { from: 'in_review', set: { state: 'superseded' } }))) {
      throw new AppError('CONFLICT', `This assessment of ${assessment.period} is no longer in review.`);
    }
    const detail = { period: assessment.period };
    await recordAudit(trx, ctx, {
      action: 'assessment.set-aside',
      platformId: platform.id,
      subject: assessment.id,
      detail,
    });
  });
  return summarise({ ...assessment, state: 'superseded' });
}
