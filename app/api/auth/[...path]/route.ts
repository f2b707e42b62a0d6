import { AppError } from '#server/errors.ts';
import { KIB, withReadBody } from '#server/http/read-body.ts';
import { AUTH_PATHS } from '#server/people/auth.ts';
import { answerProblem } from '#server/rest/problem.ts';
import { runtime } from '#server/runtime.ts';

const OPEN = new Set<string>(AUTH_PATHS.map((path) => `/api/auth${path}`));

export async function POST(request: Request): Promise<Response> {
  try {
    if (!OPEN.has(new URL(request.url).pathname)) throw new AppError('NOT_FOUND', 'There is nothing here.');
    const answer = await runtime().auth.handler(await withReadBody(request, 16 * KIB));
    // of a person who was shut out: that there would have been a session tells that the password was right
    if (!answer.ok) answer.headers.delete('set-cookie');
    return answer;
  } catch (error) {
    return answerProblem(error);
  }
}
