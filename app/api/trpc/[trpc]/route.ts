import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { KIB, MIB, withReadBody } from '#server/http/read-body.ts';
import { makeContext } from '#server/make-context.ts';
import { answerProblem } from '#server/rest/problem.ts';
import { appRouter } from '#server/router.ts';
import { runtime } from '#server/runtime.ts';

/** A file of teams or targets is the largest thing that a page sends this way. */
const LARGEST = 2 * MIB;
/** Whoever is not signed in sends answers to a survey, a password, or the form of the set-up. */
const LARGEST_OF_STRANGERS = 256 * KIB;
const MOST_CALLS = 20;

async function handle(request: Request): Promise<Response> {
  try {
    const context = makeContext(request.headers);
    const isPerson = await context.then(
      ({ actor }) => actor.kind === 'person',
      () => false,
    );
    return await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: await withReadBody(request, isPerson ? LARGEST : LARGEST_OF_STRANGERS),
      router: appRouter,
      createContext: () => context,
      maxBatchSize: MOST_CALLS,
      responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') runtime().log.error({ err: error, path }, 'a procedure failed');
      },
    });
  } catch (error) {
    return answerProblem(error);
  }
}

export { handle as GET, handle as POST };
