import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Output = inferRouterOutputs<AppRouter>['catalogue'];

export type Capability = Output['listCapabilities'][number];
export type Team = Output['listTeams'][number];
export type Addable = Output['readCatalogue']['addable'][number];
