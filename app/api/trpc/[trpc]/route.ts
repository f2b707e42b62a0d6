import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { MIB, withReadBody } from '#server/http/read-body.ts';
import { makeContext } from '#server/make-context.ts';
import { answerProblem } from '#server/rest/problem.ts';
import { appRouter } from '#server/router.ts';
import { runtime } from '#server/runtime.ts';

/** A CSV upload is the largest thing that a page sends. */
const LARGEST = 20 * MIB;

async function handle(request: Request): Promise<Response> {
  try {
    return await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: await withReadBody(request, LARGEST),
      router: appRouter,
      createContext: () => makeContext(request.headers),
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
