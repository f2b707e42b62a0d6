import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Inputs = inferRouterInputs<AppRouter>['planning'];

/** The client comes with the first thing that is sent: a page that is only read does not load it. */
const client = async () => (await import('../../../../../_trpc/client.tsx')).trpc.planning;

export const sendPlanning = {
  read: async (input: Inputs['read']) => (await client()).read.query(input),
  create: async (input: Inputs['createScenario']) => (await client()).createScenario.mutate(input),
  change: async (input: Inputs['changeScenario']) => (await client()).changeScenario.mutate(input),
  remove: async (input: Inputs['removeScenario']) => (await client()).removeScenario.mutate(input),
  saveEffort: async (input: Inputs['saveEffort']) => (await client()).saveEffort.mutate(input),
  propose: async (input: Inputs['proposeImprovements']) => (await client()).proposeImprovements.mutate(input),
};
