import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['campaigns'];
type Inputs = inferRouterInputs<AppRouter>['campaigns'];
export type Campaign = Outputs['list']['items'][number];
export type OpenCampaign = Outputs['read'];
export type CampaignChoices = Outputs['choices'];
export type CampaignOwners = OpenCampaign['owners'];
export type Place = OpenCampaign['places'][number];

/** The client comes with the first thing that is sent. */
const client = async () => (await import('../../../../../_trpc/client.tsx')).trpc.campaigns;

export const sendCampaign = {
  create: async (input: Inputs['create']) => (await client()).create.mutate(input),
  change: async (input: Inputs['change']) => (await client()).change.mutate(input),
  move: async (input: Inputs['move']) => (await client()).move.mutate(input),
};
