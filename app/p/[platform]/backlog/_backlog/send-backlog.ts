import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Inputs = inferRouterInputs<AppRouter>['backlog'];

/** The client comes with the first thing that is sent: a page that is only read does not load it. */
const client = async () => (await import('../../../../_trpc/client.tsx')).trpc.backlog;

export const sendBacklog = {
  preview: async (input: Inputs['preview'], signal: AbortSignal) => (await client()).preview.query(input, { signal }),
  choices: async (input: Inputs['choices']) => (await client()).choices.query(input),
  create: async (input: Inputs['create']) => (await client()).create.mutate(input),
  change: async (input: Inputs['change']) => (await client()).change.mutate(input),
  move: async (input: Inputs['move']) => (await client()).move.mutate(input),
  evaluate: async (input: Inputs['evaluate']) => (await client()).evaluate.mutate(input),
};
