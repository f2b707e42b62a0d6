import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { OutboundClient } from '#server/outbound/client-of.ts';
import { guardedFetch } from '#server/outbound/guarded-fetch.ts';
import { prometheus } from '#server/sources/prometheus.ts';
import { SourceError } from '#server/sources/source.ts';
import { fakeHttp, json } from '#tests/support/fake-http.ts';
import { fakePrometheus, steady } from '#tests/support/fake-prometheus.ts';

const client: OutboundClient = (request) =>
  guardedFetch({ ...request, allowed: ['127.0.0.1'], limits: { headersMs: 300, totalMs: 600 } });
const HOUR = 3_600_000;
const AT = Date.parse('2026-11-22T10:00:00Z');
const query = { name: 'Adoption', query: 'adoption', metric: 'team-adoption', capability: 'data', step: '1h' };

function partOf(address: string, given: Record<string, unknown> = {}, settings: Record<string, unknown> = {}) {
  const [part] = prometheus.open({ address, queries: [{ ...query, ...given }], ...settings }).parts;
  if (part === undefined) throw new Error('There is no part.');
  return part;
}
const collect = (address: string, given = {}, settings = {}) =>
  partOf(address, given, settings).collect(client, { fromMs: AT, toMs: AT + 2 * HOUR });

/** Why nothing could be used. */
async function refusal(call: Promise<unknown>): Promise<{ message: string; whole: boolean }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof SourceError) return { message: error.message, whole: error.whole };
    throw error;
  }
  return { message: 'none', whole: false };
}

test('a range is asked for word for word and its values become samples', async () => {
  const server = await fakePrometheus({ 'sum("a\'b")': [{ labels: {}, at: (ms) => (ms - AT) / HOUR / 10 }] });
  const found = await collect(server.url, { query: 'sum("a\'b")' });
  expect(found).toEqual(
    [0, 0.1, 0.2].map((value, hour) => ({
      value: {
        metric: 'team-adoption',
        capability: 'data',
        at: new Date(AT + hour * HOUR).toISOString(),
        value,
      },
    })),
  );
  const [form] = server.queries();
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    query: 'sum("a\'b")',
    start: String(AT / 1000),
    end: String(AT / 1000 + 7200),
    step: '3600',
  });
});

test('capability, team and labels come from the labels that its author chose; the others are dropped', async () => {
  const server = await fakePrometheus({
    adoption: [steady(1, { cap: 'data', squad: 'checkout', channel: 'portal', pod: 'x-1' })],
  });
  const [first] = await collect(server.url, {
    capability: null,
    capabilityLabel: 'cap',
    teamLabel: 'squad',
    labels: ['channel', 'absent'],
  });
  expect(first).toMatchObject({ value: { capability: 'data', team: 'checkout', labels: { channel: 'portal' } } });
  expect(JSON.stringify(first)).not.toContain('x-1');
});

test('NaN and infinities are named and left out', async () => {
  const odd = ['NaN', '+Inf', '-Inf', ''];
  for (const text of odd) {
    const server = await fakePrometheus({ adoption: [steady(text)] });
    const [first] = await collect(server.url);
    expect(first).toMatchObject({ reason: expect.stringContaining('is not a number') });
  }
});

test('two series that would become one are refused whole', async () => {
  const server = await fakePrometheus({ adoption: [steady(1, { pod: 'a' }), steady(2, { pod: 'b' })] });
  expect((await refusal(collect(server.url))).message).toMatch(/Several series answer where one is wanted/);
});

test('more than a thousand series are refused whole', async () => {
  const many = Array.from({ length: 1001 }, (_, index) => steady(1, { pod: `p${index}` }));
  const server = await fakePrometheus({ adoption: many });
  expect(await refusal(collect(server.url, { labels: ['pod'] }))).toMatchObject({
    message: expect.stringMatching(/^More than 1000 series answer this query/),
    whole: false,
  });
});

describe('what the server answers instead is said in plain words', () => {
  const page = (status: number, type: string, body: string) => (response: ServerResponse) =>
    response.writeHead(status, { 'content-type': type }).end(body);
  test.each<[string, (response: ServerResponse) => unknown, RegExp, boolean]>([
    ['a web page', page(200, 'text/html', '<html>'), /^A web page answers here/, true],
    ['a sign-in page that forbids', page(403, 'text/html', '<html>'), /refuses access \(403\)/, true],
    ['401', page(401, 'application/json', '{}'), /refuses access \(401\)/, true],
    ['404', page(404, 'text/plain', 'no'), /no query API at this address/, true],
    ['429', page(429, 'text/plain', 'slow'), /fewer calls/, true],
    ['500', page(500, 'text/plain', 'oops'), /error of its own \(500\)/, true],
    ['503 from a proxy', page(503, 'text/html', '<html>'), /error of its own \(503\)/, true],
    ['half of a JSON document', page(200, 'application/json', '{"status":"succ'), /not that of a Prometheus/, true],
    ['JSON of somebody else', page(200, 'application/json', '{"ok":true}'), /not that of a Prometheus/, true],
    [
      'a redirect',
      (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      /redirects/,
      true,
    ],
    ['nothing', () => {}, /no answer within 0.3 seconds/, false],
  ])('%s', async (_, answer, message, whole) => {
    const server = await fakeHttp((response) => void answer(response));
    const found = await refusal(collect(server.url));
    expect(found.message).toMatch(message);
    expect(found.whole).toBe(whole);
  });

  test('a query that it does not understand, in its own words but without addresses', async () => {
    const error = (text: string) =>
      fakeHttp(json({ status: 'error', errorType: 'bad_data', error: text }, 400)).then(({ url }) =>
        refusal(collect(url)),
      );
    expect((await error('invalid parameter "query": 1:7: parse error: unexpected end')).message).toBe(
      'The server does not understand this query: invalid parameter "query": 1:7: parse error: unexpected end',
    );
    const { message } = await error(
      'dial tcp 10.1.2.3:10901 via fd00::7 at store-0.thanos.svc:10901 http://inner/x: refused',
    );
    expect(message).not.toMatch(/10\.1\.2\.3|fd00|thanos|inner/);
    const named = await error('dial tcp: lookup store-0.mon on db: no; x.svc.cluster.local, db-main:5432 refused');
    expect(named.message).not.toMatch(/store|mon|cluster|db-main/);
    expect(named.message).toMatch(/dial tcp: lookup … .*refused$/);
  });

  test.each<[string, Record<string, string>]>([
    ['a token', { auth: 'bearer', token: 'hidden-token' }],
    ['a password', { auth: 'basic', user: 'ada', password: 'hidden-pass' }],
  ])('%s that it repeats is told to nobody', async (_, settings) => {
    const server = await fakeHttp((response, request) => {
      const sent = `${request.headers.authorization} ${settings.token ?? settings.password}`;
      json({ status: 'error', errorType: 'execution', error: `not for ${sent}` }, 422)(response, request);
    });
    const { message } = await refusal(collect(server.url, {}, settings));
    expect(message).toMatch(/not for (Bearer|Basic) … …$/);
  });

  test('a query that takes it too long', async () => {
    const server = await fakeHttp(json({ status: 'error', errorType: 'timeout', error: 'query timed out' }, 503));
    expect(await refusal(collect(server.url))).toEqual({
      message: 'The query took the server too long.',
      whole: false,
    });
  });
});

test('what every object has by itself is no label', async () => {
  const server = await fakePrometheus({ adoption: [steady(1)] });
  const wish = { capability: null, capabilityLabel: 'constructor', teamLabel: 'valueOf', labels: ['toString'] };
  const [first] = await collect(server.url, wish);
  expect(first).toEqual({ value: { metric: 'team-adoption', at: new Date(AT).toISOString(), value: 1 } });
});

test('token, user and tenant go along as headers', async () => {
  const server = await fakePrometheus({ adoption: [steady(1)] });
  await collect(server.url, {}, { auth: 'bearer', token: 'hidden-token', tenant: 'team-a' });
  await collect(server.url, {}, { auth: 'basic', user: 'ada', password: 'pass' });
  expect(server.received[0]?.headers).toMatchObject({
    authorization: 'Bearer hidden-token',
    'x-scope-orgid': 'team-a',
  });
  // base64 of "ada:pass"
  expect(server.received[1]?.headers.authorization).toBe('Basic YWRhOnBhc3M=');
});

test('a base address with a path keeps it', async () => {
  const server = await fakePrometheus({ adoption: [steady(1)] });
  await collect(`${server.url}/prometheus/`);
  expect(server.received[0]?.path).toBe('/prometheus/api/v1/query_range');
});

test.each([
  ['no scheme', { address: 'prometheus:9090' }],
  ['another scheme', { address: 'ftp://example.org' }],
  ['a password in the address', { address: 'https://ada:pass@example.org' }],
  ['a query in the address', { address: 'https://example.org/?x=1' }],
  ['no query', { queries: [] }],
  ['an unknown setting', { adress: 'x' }],
  ['a bearer without token', { auth: 'bearer' }],
  ['a user without password', { auth: 'basic', user: 'ada' }],
  ['a token that is no header', { auth: 'bearer', token: 'two\r\nlines' }],
  ['a label of Prometheus itself to keep', { queries: [{ ...query, labels: ['__name__'] }] }],
  ['a capability and a label for it', { queries: [{ ...query, capabilityLabel: 'cap' }] }],
  ['two queries that tell the same', { queries: [query, { ...query, name: 'Again', query: 'other' }] }],
])('settings with %s are refused', (_, change) => {
  expect(() => prometheus.open({ address: 'https://example.org', queries: [query], ...change })).toThrow();
});

test('another name is the same question, another query is not', () => {
  const { key } = partOf('https://example.org');
  expect(partOf('https://example.org', { name: 'Renamed' }).key).toBe(key);
  expect(partOf('https://example.org', { query: 'other' }).key).not.toBe(key);
  expect(partOf('https://example.org', { teamLabel: 'team' }).key).not.toBe(key);
});
