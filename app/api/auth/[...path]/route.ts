import { AppError } from '#server/errors.ts';
import { KIB, withReadBody } from '#server/http/read-body.ts';
import { AUTH_PATHS } from '#server/people/auth.ts';
import { answerProblem } from '#server/rest/problem.ts';
import { runtime } from '#server/runtime.ts';

const OPEN = new Set<string>(AUTH_PATHS.map((path) => `/api/auth${path}`));

export async function POST(request: Request): Promise<Response> {
  try {
    if (!OPEN.has(new URL(request.url).pathname)) throw new AppError('NOT_FOUND', 'There is nothing here.');
    return await runtime().auth.handler(await withReadBody(request, 16 * KIB));
  } catch (error) {
    return answerProblem(error);
  }
}
