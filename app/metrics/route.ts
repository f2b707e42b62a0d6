import { writeMetrics } from '#server/health/write-metrics.ts';
import { contextFor } from '#server/make-context.ts';
import { requireAdmin } from '#server/people/permissions.ts';
import { readTokenActor } from '#server/people/read-token-actor.ts';
import { answerProblem } from '#server/rest/problem.ts';
import { runtime } from '#server/runtime.ts';

export const dynamic = 'force-dynamic';

/** For a collector on the same machine, or one with a token for every platform. */
export async function GET(request: Request): Promise<Response> {
  try {
    if (request.headers.get('x-plumbline-local') !== 'yes') {
      requireAdmin(contextFor(await readTokenActor(runtime(), request.headers)), 'read');
    }
    return new Response(await writeMetrics(runtime()), {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    });
  } catch (error) {
    return answerProblem(error);
  }
}
