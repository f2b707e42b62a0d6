import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Surveys = inferRouterOutputs<AppRouter>['surveys'];

/** A survey as the pages of its author read it. */
export type Cycle = Surveys['read'];
export type Results = Surveys['results'];
export type ResultQuestion = Results['questions'][number];
export type ResultSlice = ResultQuestion['slices'][number];
export type TeamLinks = Surveys['invite']['teams'][number];
