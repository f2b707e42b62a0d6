import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Scope } from '../people/scopes.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Path = `/${string}`;

type Described = {
  method: Method;
  /** below /api/v1, with parameters in braces: `/platforms/{platform}/capabilities` */
  path: Path;
  /** one sentence: what it does for whoever calls it */
  summary: string;
  /** what a token must be allowed to do */
  scope: Scope;
};

/** What a call brought, before anything has been believed. */
export type Call = { params: Record<string, string>; request: Request; readJson: () => Promise<unknown> };

/** One entry of the REST API: enough to answer it and to describe it. */
export type Operation = Described & {
  /** path parameters and query, or path parameters and JSON body, as one object */
  input: z.ZodObject;
  /** by content type, what comes back; null: no schema */
  produces: Record<string, z.ZodType | null>;
  /** by content type, what may be sent, where it is not JSON of `input` */
  consumes: Record<string, z.ZodType | null> | null;
  answer: (ctx: Context, call: Call) => Promise<Response>;
};

type JsonOperation<Input extends z.ZodObject, Output extends z.ZodType> = Described & {
  input: Input;
  output: Output;
  /** 200 unless said otherwise */
  status?: 200 | 201;
  run: (ctx: Context, input: z.output<Input>) => Promise<z.input<Output>>;
};

/**
 * An operation in JSON. Its input is one object, so that a verb and its input schema can be given as they are: what the path
 * names comes from the path, the rest from the query (GET, DELETE) or from the JSON body.
 */
export function operation<Input extends z.ZodObject, Output extends z.ZodType>({
  input,
  output,
  run,
  status = 200,
  ...described
}: JsonOperation<Input, Output>): Operation {
  return {
    ...described,
    input,
    produces: { 'application/json': output },
    consumes: null,
    answer: async (ctx, call) => {
      const given = await gather(described.method, call);
      const result = await run(ctx, input.parse(given));
      return Response.json(result, { status, headers: { 'cache-control': 'no-store' } });
    },
  };
}

type RawOperation<Input extends z.ZodObject> = Described & {
  /** path parameters and query */
  input: Input;
  consumes?: Operation['consumes'];
  produces: Operation['produces'];
  answer: (ctx: Context, input: z.output<Input>, request: Request) => Promise<Response>;
};

/** An operation that reads its own body (under a limit: `readBody`) or answers something else than JSON. */
export function rawOperation<Input extends z.ZodObject>({ input, answer, ...rest }: RawOperation<Input>): Operation {
  return {
    ...rest,
    input,
    consumes: rest.consumes ?? null,
    answer: async (ctx, { params, request }) => answer(ctx, input.parse({ ...queryOf(request), ...params }), request),
  };
}

const jsonObject = z.record(z.string(), z.unknown(), 'Send a JSON object.');

async function gather(method: Method, { params, request, readJson }: Call): Promise<Record<string, unknown>> {
  if (method === 'GET' || method === 'DELETE') return { ...queryOf(request), ...params };
  return { ...jsonObject.parse(await readJson()), ...params };
}

const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);
