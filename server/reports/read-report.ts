import { z } from 'zod';
import { type AssessmentSummary, assessmentSummarySchema } from '../assessments/assessment-summary.ts';
import { mayReview } from '../assessments/may-review.ts';
import type { Context } from '../context.ts';
import type { Task } from '../tasks/task.ts';
import { findReported } from './find-reported.ts';
import { gatherFrozen } from './gather-frozen.ts';
import type { Report } from './report-model.ts';

/** `id` of an assessment, or the label of a quarter: its published report. */
export const readReportInput = z.strictObject({ platform: z.string(), id: z.string() });
type Input = z.infer<typeof readReportInput>;
type ReadReport = { summary: AssessmentSummary; report: Report; mayReview: boolean };

export const readReportTask: Task<Input, ReadReport> = {
  key: 'read-report',
  input: readReportInput,
  async run(ctx, input) {
    const { platform, assessment } = await findReported(ctx, input);
    const { summary, report } = await gatherFrozen(ctx.db, assessment);
    return { summary: assessmentSummarySchema.parse(summary), report, mayReview: mayReview(ctx, platform.id) };
  },
};

/** The report of one frozen quarter, in words and figures. */
export function readReport(ctx: Context, input: Input): Promise<ReadReport> {
  return ctx.runTask(readReportTask, input);
}
