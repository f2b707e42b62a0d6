import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { readBody } from '../http/read-body.ts';
import { LARGEST_METRICS_BODY, readMetricsBody } from './read-metrics-body.ts';
import { recordSamples } from './record-samples.ts';

/** The door for samples: `POST /api/v1/metrics`. */
export async function receiveMetrics(ctx: Context, request: Request): Promise<Response> {
  const { headers } = request;
  const key = idempotencyKey(headers.get('idempotency-key'));
  const body = await readBody(request, LARGEST_METRICS_BODY);
  const samples = await readMetricsBody(
    { contentType: headers.get('content-type'), contentEncoding: headers.get('content-encoding') },
    body,
  );
  const idempotency = key === null ? null : { key, requestHash: createHash('sha256').update(body).digest('hex') };
  const recorded = await recordSamples(ctx, { samples, idempotency });
  return Response.json(recorded, { headers: { 'cache-control': 'no-store' } });
}

function idempotencyKey(header: string | null): string | null {
  if (header === null) return null;
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return header;
  throw new AppError('BAD_REQUEST', 'An Idempotency-Key is 1 to 255 visible ASCII characters.');
}
