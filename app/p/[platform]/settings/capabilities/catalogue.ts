import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Output = inferRouterOutputs<AppRouter>['catalogue'];

export type Capability = Output['listCapabilities'][number];
export type Team = Output['listTeams'][number];
export type Aspect = Output['readCatalogue']['aspects'][number];
export type Level = Output['readCatalogue']['levels'][number];
export type Target = Output['readCatalogue']['targets'][number];
export type Addable = Output['readCatalogue']['addable'][number];
