import { z } from 'zod';
import type { OutboundClient } from '../outbound/client-of.ts';
import { OutboundError } from '../outbound/outbound-error.ts';
import type { PrometheusSettings } from './prometheus-settings.ts';
import { SourceError } from './source.ts';

/** Labels of a series and its values as the API writes them: seconds and text. */
export type Series = { metric: Record<string, string>; values: [number, string][] };
type Question = { path: string; parameters: Record<string, string> };

const MOST_SERIES = 1_000;
const EVALUATION = '20s';
const AGGREGATE = 'Aggregate the query, for example with sum by (team) (…).';
const TOO_MANY = `More than ${MOST_SERIES} series answer this query. ${AGGREGATE}`;

const point = z.tuple([z.number(), z.string()]);
const labels = z.record(z.string(), z.string());
const successSchema = z.object({
  status: z.literal('success'),
  data: z.discriminatedUnion('resultType', [
    z.object({
      resultType: z.literal('matrix'),
      result: z.array(z.object({ metric: labels, values: z.array(point).default([]) })),
    }),
    z.object({
      resultType: z.literal('vector'),
      result: z.array(z.object({ metric: labels, value: point.optional() })),
    }),
    z.object({ resultType: z.literal('scalar'), result: point }),
  ]),
});
const failureSchema = z.object({ status: z.literal('error'), errorType: z.string(), error: z.string() });
/** How many series there are is known before any of them is looked at. */
const sizeSchema = z.object({ data: z.object({ result: z.array(z.unknown()) }) });

/** Asks the query API one thing. Throws a `SourceError` with what is wrong in plain words. */
export async function askPrometheus(
  client: OutboundClient,
  settings: PrometheusSettings,
  { path, parameters }: Question,
): Promise<Series[]> {
  const { address, certificate } = settings;
  // `limit` is known to newer servers only; the others are counted below
  const form = new URLSearchParams({ ...parameters, timeout: EVALUATION, limit: String(MOST_SERIES + 1) });
  try {
    const answer = await client({
      url: `${address}${path}`,
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        ...authorization(settings),
      },
      body: form.toString(),
      ca: certificate || undefined,
    });
    if (!/^application\/json\b/i.test(answer.contentType)) throw notTheApi(answer.status, answer.contentType);
    return readSuccess(parseJson(answer.body), answer.status, settings);
  } catch (error) {
    throw error instanceof OutboundError ? unreachable(error) : error;
  }
}

function authorization({ auth, token, user, password, tenant }: PrometheusSettings): Record<string, string> {
  const basic = () => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return {
    ...(auth === 'bearer' ? { authorization: `Bearer ${token}` } : {}),
    ...(auth === 'basic' ? { authorization: basic() } : {}),
    ...(tenant ? { 'x-scope-orgid': tenant } : {}),
  };
}

function readSuccess(value: unknown, status: number, settings: PrometheusSettings): Series[] {
  const failure = failureSchema.safeParse(value);
  if (failure.success) throw refused(status, failure.data, settings);
  if (status !== 200) throw statusError(status);
  const size = sizeSchema.safeParse(value);
  if (size.success && size.data.data.result.length > MOST_SERIES) throw new SourceError(TOO_MANY, { whole: false });
  const parsed = successSchema.safeParse(value);
  if (!parsed.success) throw strange();
  const { data } = parsed.data;
  if (data.resultType === 'scalar') return [{ metric: {}, values: [data.result] }];
  if (data.resultType === 'matrix') return data.result;
  return data.result.map(({ metric, value: newest }) => ({ metric, values: newest === undefined ? [] : [newest] }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw strange();
  }
}

const strange = () => new SourceError('The answer is not that of a Prometheus query API.', { whole: true });

function notTheApi(status: number, contentType: string): SourceError {
  if (status !== 200) return statusError(status);
  if (!/html/i.test(contentType)) return strange();
  return new SourceError('A web page answers here, not the query API. A sign-in page may stand in front of it.', {
    whole: true,
  });
}

function statusError(status: number): SourceError {
  const whole = true;
  if (status === 401 || status === 403) {
    return new SourceError(`The server refuses access (${status}). Check the token, or user and password.`, { whole });
  }
  if (status === 404) return new SourceError('There is no query API at this address (404).', { whole });
  if (status === 429) return new SourceError('The server asks for fewer calls (429).', { whole });
  if (status >= 500) return new SourceError(`The server reports an error of its own (${status}).`, { whole });
  return new SourceError(`The server does not take this call (${status}).`, { whole: false });
}

/** What the API itself says about a query; secrets that it repeats and addresses of the network behind it are left out. */
function refused(
  status: number,
  { errorType, error }: z.infer<typeof failureSchema>,
  settings: PrometheusSettings,
): SourceError {
  if (status === 401 || status === 403 || status === 429) return statusError(status);
  if (errorType === 'timeout' || errorType === 'canceled') {
    return new SourceError('The query took the server too long.', { whole: false });
  }
  const known =
    errorType === 'bad_data' ? 'The server does not understand this query' : 'The server could not compute this query';
  return new SourceError(`${known}: ${withoutAddresses(withoutSecrets(error, settings))}`, { whole: false });
}

/** Everybody who sees the platform sees why a source fails. */
function withoutSecrets(text: string, settings: PrometheusSettings): string {
  const sent = authorization(settings).authorization?.split(' ')[1];
  const secrets = [sent, settings.token, settings.password].filter((secret) => secret !== undefined && secret !== '');
  return secrets.reduce<string>((safe, secret) => safe.replaceAll(secret ?? '', '…'), text);
}

const LONGEST = 240;

function withoutAddresses(text: string): string {
  const plain = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\bhttps?:\/\/\S+/gi, '…')
    .replace(/\[?(?:(?:[0-9a-f]{1,4}:){3,}|[0-9a-f:]*::)[0-9a-f:.]*\]?(?::\d+)?/gi, '…')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?/g, '…')
    .replace(/\b[\w-]+(?:\.[\w-]+)+:\d+\b/g, '…')
    .replace(/\blookup \S+/gi, 'lookup …')
    .replace(/\b(?:[\w-]+\.)+(?:local|internal|intern|lan|svc|corp|home)\b/gi, '…')
    .replace(/\b[a-z][a-z0-9-]*:\d{2,5}\b/gi, '…');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}

function unreachable({ problem, message, detail }: OutboundError): SourceError {
  if (problem === 'too_large') return new SourceError(`${message} ${AGGREGATE}`, { whole: false, detail });
  const slow = problem === 'time';
  return new SourceError(message, { whole: !slow, slow, detail });
}
