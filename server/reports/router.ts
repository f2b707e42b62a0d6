import { procedure, router } from '../trpc.ts';
import { previewReport, previewReportInput } from './preview-report.ts';
import { readReport, readReportInput } from './read-report.ts';
import { saveDraft, saveDraftInput } from './save-draft.ts';

export const reportsRouter = router({
  read: procedure.input(readReportInput).query(({ ctx, input }) => readReport(ctx, input)),
  preview: procedure.input(previewReportInput).query(({ ctx, input }) => previewReport(ctx, input)),
  saveDraft: procedure.input(saveDraftInput).mutation(({ ctx, input }) => saveDraft(ctx, input)),
});
