import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { storageErrorOf } from '#db/storage-error.ts';
import type { Context } from './context.ts';
import { type ErrorCode, refusalOf } from './errors.ts';

const TRPC_CODES = {
  BAD_REQUEST: 'BAD_REQUEST',
  UNAUTHORIZED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  PAYLOAD_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  UNSUPPORTED_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ErrorCode, TRPCError['code']>;

const t = initTRPC.context<Context>().create({
  /** What we did not expect stays with us: no message and no stack of it leaves the house. */
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.code === 'INTERNAL_SERVER_ERROR' ? 'Something went wrong here. It has been logged.' : shape.message,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus },
  }),
});

/** The one place where a refusal becomes a tRPC error, with a sentence that the user may read. */
const refusals = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  const refused = refusalOf(cause);
  if (refused !== null) {
    throw new TRPCError({ code: TRPC_CODES[refused.code], message: refused.message, cause: refused });
  }
  const storage = storageErrorOf(cause);
  if (storage !== null) throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: storage.message, cause });
  if (cause instanceof z.ZodError && result.error.code === 'BAD_REQUEST') {
    const sentences = new Set(
      cause.issues.map(({ message, path }) => `${message}${path.length > 0 ? ` (${path.join('.')})` : ''}`),
    );
    throw new TRPCError({ code: 'BAD_REQUEST', message: [...sentences].join(' '), cause });
  }
  return result;
});

export const router = t.router;
export const procedure = t.procedure.use(refusals);
export const createCallerFactory = t.createCallerFactory;
