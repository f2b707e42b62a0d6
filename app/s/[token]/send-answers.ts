import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

/** Without cookies: the answer of somebody who is signed in by chance arrives like anybody's. */
const client = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: '/api/trpc',
      fetch: (url, options) => fetch(url, { ...options, credentials: 'omit', referrerPolicy: 'no-referrer' }),
    }),
  ],
});

/** `retry`: nothing is wrong with the answer, it may be sent again. `reason`: what the server says, null if it is silent. */
export type Outcome = { sent: true } | { sent: false; retry: boolean; reason: string | null };

const ENDS = ['CONFLICT', 'NOT_FOUND'];
const SAYS_WHY = [...ENDS, 'BAD_REQUEST', 'PAYLOAD_TOO_LARGE'];

/** Sends the answers once. */
export async function sendAnswers(input: inferRouterInputs<AppRouter>['surveys']['submit']): Promise<Outcome> {
  try {
    await client.surveys.submit.mutate(input);
    return { sent: true };
  } catch (error) {
    const code = error instanceof TRPCClientError ? String(error.data?.code) : '';
    const reason = error instanceof TRPCClientError && SAYS_WHY.includes(code) ? error.message : null;
    return { sent: false, retry: !ENDS.includes(code), reason };
  }
}
