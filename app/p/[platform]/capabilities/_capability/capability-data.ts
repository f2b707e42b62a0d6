import type { inferRouterOutputs } from '@trpc/server';
import type { MetricTrace, SurveyTrace, Trace } from '#rubrics/scoring/explanation.ts';
import type { AppRouter } from '#server/router.ts';

export type Capability = inferRouterOutputs<AppRouter>['capabilities']['read'];
export type OpenCell = NonNullable<Capability['open']>;
export type CriterionRow = OpenCell['criteria'][number];
export type Criterion = NonNullable<OpenCell['criterion']>;
export type Answer = Criterion['answers'][number];
export type Request = Criterion['requests'][number];
export type Test = Trace;
export type Metric = MetricTrace;
export type Survey = SurveyTrace;

/** The address of a criterion or an aspect on the page of a capability. */
export function addressOf(
  page: Pick<Capability, 'platform' | 'capability'>,
  open: { aspect: string; criterion?: string },
): string {
  const query = new URLSearchParams({ aspect: open.aspect, ...(open.criterion ? { criterion: open.criterion } : {}) });
  return `/p/${page.platform.key}/capabilities/${page.capability.key}?${query}`;
}
