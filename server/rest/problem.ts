import { z } from 'zod';
import { storageErrorOf } from '#db/storage-error.ts';
import { type AppError, type ErrorCode, refusalOf } from '../errors.ts';
import { runtime } from '../runtime.ts';

/** RFC 9457. `errors` says which parts of the input were wrong. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

const STATUS = {
  BAD_REQUEST: [400, 'Bad request'],
  UNAUTHORIZED: [401, 'Not signed in'],
  FORBIDDEN: [403, 'Not allowed'],
  NOT_FOUND: [404, 'Not found'],
  CONFLICT: [409, 'Conflict'],
  PAYLOAD_TOO_LARGE: [413, 'Too large'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Unsupported media type'],
  TOO_MANY_REQUESTS: [429, 'Too many requests'],
  UNAVAILABLE: [503, 'Unavailable'],
} as const satisfies Record<ErrorCode, readonly [number, string]>;

/** What the outside may know of an error: refusals in full, anything else only that it happened. */
export function problemOf(error: unknown): Problem {
  const refused = refusalOf(error);
  if (refused !== null) return refusal(refused);
  if (error instanceof z.ZodError) {
    const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { type: 'about:blank', title: 'Bad request', status: 400, detail: 'The input is not as described.', errors };
  }
  const storage = storageErrorOf(error);
  if (storage !== null) return { type: 'about:blank', title: 'Unavailable', status: 503, detail: storage.message };
  return { type: 'about:blank', title: 'Something went wrong here', status: 500, detail: 'It has been logged.' };
}

function refusal({ code, message }: AppError): Problem {
  const [status, title] = STATUS[code];
  return { type: 'about:blank', title, status, detail: message };
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

/** Answers an error at any door; what we did not expect goes to the log. */
export function answerProblem(error: unknown): Response {
  const problem = problemOf(error);
  if (problem.status === 500) runtime().log.error({ err: error }, 'a request failed');
  return problemResponse(problem, problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {});
}
