import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from '../errors.ts';
import { countKeys, elementTexts, scanJson } from './scan-json.ts';

export const LARGEST_METRICS_BODY = 8 * 1024 * 1024;
export const MOST_SAMPLES = 50_000;
/** A sample with labels inside `samples` needs four. */
const DEEPEST = 8;

/** Something that stood where a sample should be: as it was parsed, or why it could not be. */
export type ReadSample = { value: unknown } | { reason: string };

export type BodyHeaders = { contentType: string | null; contentEncoding: string | null };

const TWICE = 'The same key stands twice in it.';

/** The samples of a request body: `{"samples": […]}` as JSON, or one sample a line as NDJSON; gzip is taken. */
export async function readMetricsBody(headers: BodyHeaders, body: Uint8Array): Promise<ReadSample[]> {
  const format = formatOf(headers.contentType);
  const text = decode(await inflate(headers.contentEncoding, body));
  const samples = format === 'json' ? readJson(text) : readLines(text);
  if (samples.length > MOST_SAMPLES) {
    throw new AppError('PAYLOAD_TOO_LARGE', `A request takes ${MOST_SAMPLES} samples. Send them in parts.`);
  }
  return samples;
}

function formatOf(contentType: string | null): 'json' | 'ndjson' {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(one)?.[1]).find(Boolean);
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `Send UTF-8; ${charset} is not read here.`);
  }
  if (type.trim() === 'application/json') return 'json';
  if (['application/x-ndjson', 'application/ndjson', 'application/jsonl'].includes(type.trim())) return 'ndjson';
  throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send content-type application/json or application/x-ndjson.');
}

async function inflate(contentEncoding: string | null, body: Uint8Array): Promise<Uint8Array> {
  const encoding = contentEncoding?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return body;
  if (encoding !== 'gzip') {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, or with content-encoding gzip.');
  }
  try {
    return await promisify(gunzip)(body, { maxOutputLength: LARGEST_METRICS_BODY });
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new AppError('PAYLOAD_TOO_LARGE', 'Unpacked, the body is larger than 8 MiB. Send it in parts.', { cause });
    }
    throw new AppError('BAD_REQUEST', 'The body is not valid gzip.', { cause });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('BAD_REQUEST', 'The body is not valid UTF-8.', { cause });
  }
}

function readJson(text: string): ReadSample[] {
  const { keys, depth } = scanJson(text);
  if (depth > DEEPEST) throw new AppError('BAD_REQUEST', `The JSON is nested deeper than ${DEEPEST} levels.`);
  const body = parse(text);
  if (body === undefined) throw new AppError('BAD_REQUEST', 'The body is not valid JSON.');
  const samples = samplesOf(body.value);
  if (countKeys(body.value) === keys) return samples.map((value) => ({ value }));
  const texts = elementTexts(text);
  const read = samples.map((value, index) =>
    scanJson(texts[index] ?? '').keys === countKeys(value) ? { value } : { reason: TWICE },
  );
  if (read.every((one) => 'value' in one)) throw new AppError('BAD_REQUEST', 'The key "samples" stands twice.');
  return read;
}

function samplesOf(body: unknown): unknown[] {
  if (typeof body === 'object' && body !== null && 'samples' in body && Array.isArray(body.samples)) {
    const extra = Object.keys(body).find((key) => key !== 'samples');
    if (extra === undefined) return body.samples;
    throw new AppError('BAD_REQUEST', `There is no "${extra.slice(0, 100)}" beside "samples".`);
  }
  throw new AppError('BAD_REQUEST', 'Send {"samples": [{"metric", "capability", "at", "value"}, …]}.');
}

function readLines(text: string): ReadSample[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { keys, depth } = scanJson(line);
    if (depth > DEEPEST) return { reason: `The JSON is nested deeper than ${DEEPEST} levels.` };
    const parsed = parse(line);
    if (parsed === undefined) return { reason: 'The line is not valid JSON.' };
    return countKeys(parsed.value) === keys ? parsed : { reason: TWICE };
  });
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
