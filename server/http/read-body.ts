import { AppError } from '../errors.ts';

export const KIB = 1024;
export const MIB = 1024 * KIB;
/** No door takes more than this; most take far less. */
export const LARGEST_BODY = 64 * MIB;

/** Reads a body whole, but never more than `limit` bytes of it. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/** The same request with its body read under a limit, for handlers that would read without one. */
export async function withReadBody(request: Request, limit: number): Promise<Request> {
  if (request.body === null) return request;
  const body = await readBody(request, limit);
  return new Request(request.url, { method: request.method, headers: request.headers, body });
}

const tooLarge = (limit: number) =>
  new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${Math.round(limit / KIB)} KiB. Send it in parts.`);
