import { AppError } from '../errors.ts';
import { MIB, readBody } from '../http/read-body.ts';
import { contextFor } from '../make-context.ts';
import { readTokenActor } from '../people/read-token-actor.ts';
import { runtime } from '../runtime.ts';
import { openapi } from './openapi.ts';
import type { Operation } from './operation.ts';
import { answerProblem, problemResponse } from './problem.ts';
import { OPERATIONS } from './registry.ts';

const BASE = '/api/v1';
const LARGEST_JSON = MIB;

/** Answers every request below /api/v1: finds the operation, asks who calls, and turns errors into problems. */
export async function dispatch(request: Request): Promise<Response> {
  try {
    const path = decodePath(new URL(request.url).pathname.slice(BASE.length));
    if (path === '/openapi.json' && ['GET', 'HEAD'].includes(request.method)) return describeApi();
    const here = OPERATIONS.flatMap((operation) => {
      const params = matchPath(operation.path, path);
      return params === null ? [] : [{ operation, params }];
    });
    if (here.length === 0)
      throw new AppError('NOT_FOUND', `There is no ${path} in this API. See ${BASE}/openapi.json.`);
    // HEAD asks for the headers of GET; the body is left out on the way
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found = here.find(({ operation }) => operation.method === method);
    if (found === undefined) return wrongMethod(here.map(({ operation }) => operation.method));
    return await answer(found.operation, found.params, request);
  } catch (error) {
    return answerProblem(error);
  }
}

/** Made once: it is long, and stays as it is while this version runs. */
let description: string | undefined;
function describeApi(): Response {
  description ??= JSON.stringify(openapi());
  return new Response(description, { headers: { 'content-type': 'application/json' } });
}

async function answer(operation: Operation, params: Record<string, string>, request: Request): Promise<Response> {
  const actor = await readTokenActor(runtime(), request.headers);
  if (!actor.scopes.includes(operation.scope)) {
    throw new AppError('FORBIDDEN', `This token lacks the scope "${operation.scope}".`);
  }
  return operation.answer(contextFor(actor), { params, request, readJson: () => readJson(request) });
}

function wrongMethod(allowed: string[]): Response {
  const allow = [...new Set(allowed)].sort().join(', ');
  const problem = { type: 'about:blank', title: 'Method not allowed', status: 405, detail: `Use ${allow}.` };
  return problemResponse(problem, { allow });
}

/** The parameters of a path that has the shape of a template, or null. */
export function matchPath(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    const match = /^(?<before>[^{]*)\{(?<name>[^}]+)\}(?<after>.*)$/.exec(part)?.groups;
    if (match === undefined) {
      if (part !== value) return null;
      continue;
    }
    const { before = '', name = '', after = '' } = match;
    if (!value.startsWith(before) || !value.endsWith(after) || value.length <= before.length + after.length)
      return null;
    params[name] = value.slice(before.length, value.length - after.length);
  }
  return params;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new AppError('BAD_REQUEST', 'The path is not valid percent-encoding.');
  }
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send JSON, with content-type application/json.');
  const bytes = await readBody(request, LARGEST_JSON);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError('BAD_REQUEST', 'The body is not valid JSON in UTF-8.', { cause: error });
  }
}
