import { z } from 'zod';
import { moveAssessment, supersedePublished } from '#db/queries/assessments.ts';
import { deleteReportDraft } from '#db/queries/report-drafts.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { type AssessmentSummary, summarise } from './assessment-summary.ts';
import { findVisibleAssessment } from './find-visible-assessment.ts';

export const publishAssessmentInput = z.strictObject({ platform: z.string(), id: z.string() });

/** Publishes what was reviewed. An assessment of the same quarter that was published before steps back; both stay as they are. */
export async function publishAssessment(
  ctx: Context,
  input: z.infer<typeof publishAssessmentInput>,
): Promise<AssessmentSummary> {
  const { platform, assessment } = await findVisibleAssessment(ctx, input);
  requireRole(ctx, platform.id, 'editor', 'assessments:write');
  const published = {
    state: 'published' as const,
    publishedBy: ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name,
    publishedAt: ctx.now().toISOString(),
  };
  await ctx.db.transaction().execute(async (trx) => {
    const superseded = await supersedePublished(trx, platform.id, assessment.period);
    if (!(await moveAssessment(trx, assessment.id, { from: 'in_review', set: published }))) {
      throw new AppError('CONFLICT', `This assessment of ${assessment.period} is no longer in review.`);
    }
    await deleteReportDraft(trx, platform.id, assessment.period);
    const detail = { period: assessment.period, scorecardSha256: assessment.scorecardSha256, superseded };
    await recordAudit(trx, ctx, {
      action: 'assessment.publish',
      platformId: platform.id,
      subject: assessment.id,
      detail,
    });
  });
  // what moved since the last published quarter is kept with the current scorecard
  await ctx.rescore(platform.id);
  return summarise({ ...assessment, ...published });
}
