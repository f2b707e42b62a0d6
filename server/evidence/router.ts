import { procedure, router } from '../trpc.ts';
import { listClaims } from './list-claims.ts';
import { listMetrics, listMetricsInput } from './list-metrics.ts';
import { listRuns, listRunsInput } from './list-runs.ts';
import { readMetric, readMetricInput } from './read-metric.ts';

export const evidenceRouter = router({
  listMetrics: procedure.input(listMetricsInput).query(({ ctx, input }) => listMetrics(ctx, input)),
  readMetric: procedure.input(readMetricInput).query(({ ctx, input }) => readMetric(ctx, input)),
  listRuns: procedure.input(listRunsInput).query(({ ctx, input }) => listRuns(ctx, input)),
  listClaims: procedure.input(listMetricsInput).query(({ ctx, input }) => listClaims(ctx, input)),
});
