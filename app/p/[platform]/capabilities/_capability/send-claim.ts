import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Inputs = inferRouterInputs<AppRouter>;

/** The client comes with the first thing that is sent: a page that is only read does not load it. */
const client = async () => (await import('../../../../_trpc/client.tsx')).trpc;

export const sendClaim = {
  answer: async (input: Inputs['attestations']['answer']) => (await client()).attestations.answer.mutate(input),
  aim: async (input: Inputs['catalogue']['saveItemTarget']) => (await client()).catalogue.saveItemTarget.mutate(input),
  review: async (input: Inputs['attestations']['review']) => (await client()).attestations.review.mutate(input),
  request: async (input: Inputs['exemptions']['request']) => (await client()).exemptions.request.mutate(input),
  decide: async (input: Inputs['exemptions']['decide']) => (await client()).exemptions.decide.mutate(input),
  withdraw: async (input: Inputs['exemptions']['withdraw']) => (await client()).exemptions.withdraw.mutate(input),
};
