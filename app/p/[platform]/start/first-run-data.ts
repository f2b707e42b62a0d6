import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type FirstRunOutputs = inferRouterOutputs<AppRouter>['firstRun'];
export type FirstRun = FirstRunOutputs['read'];
export type Choice = FirstRunOutputs['choice']['capabilities'][number];
export type Chosen = inferRouterInputs<AppRouter>['firstRun']['chooseCapabilities']['capabilities'][number];
