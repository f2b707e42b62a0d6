import { procedure, router } from '../trpc.ts';
import { freezeAssessment, freezeAssessmentInput } from './freeze-assessment.ts';
import { listAssessments, listAssessmentsInput } from './list-assessments.ts';
import { publishAssessment, publishAssessmentInput } from './publish-assessment.ts';
import { readAssessment, readAssessmentInput } from './read-assessment.ts';
import { readComparison, readComparisonInput } from './read-comparison.ts';
import { readTrend, readTrendInput } from './read-trend.ts';
import { setAsideAssessment, setAsideAssessmentInput } from './set-aside-assessment.ts';
import { suggestPeriod, suggestPeriodInput } from './suggest-period.ts';

export const assessmentsRouter = router({
  list: procedure.input(listAssessmentsInput).query(({ ctx, input }) => listAssessments(ctx, input)),
  read: procedure.input(readAssessmentInput).query(({ ctx, input }) => readAssessment(ctx, input)),
  comparison: procedure.input(readComparisonInput).query(({ ctx, input }) => readComparison(ctx, input)),
  trend: procedure.input(readTrendInput).query(({ ctx, input }) => readTrend(ctx, input)),
  suggestPeriod: procedure.input(suggestPeriodInput).query(({ ctx, input }) => suggestPeriod(ctx, input)),
  freeze: procedure.input(freezeAssessmentInput).mutation(({ ctx, input }) => freezeAssessment(ctx, input)),
  publish: procedure.input(publishAssessmentInput).mutation(({ ctx, input }) => publishAssessment(ctx, input)),
  setAside: procedure.input(setAsideAssessmentInput).mutation(({ ctx, input }) => setAsideAssessment(ctx, input)),
});
