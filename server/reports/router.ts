import { procedure, router } from '../trpc.ts';
import { readReport, readReportInput } from './read-report.ts';

export const reportsRouter = router({
  read: procedure.input(readReportInput).query(async ({ ctx, input }) => {
    const { summary, report, mayReview } = await readReport(ctx, input);
    return { summary, report, mayReview };
  }),
});
