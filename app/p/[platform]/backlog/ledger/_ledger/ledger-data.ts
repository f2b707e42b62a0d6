import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

export type Ledger = inferRouterOutputs<AppRouter>['backlog']['ledger'];
export type Calibration = Ledger['all'];
