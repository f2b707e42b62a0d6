import { once } from 'node:events';
import { createServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { guardedFetch, type Limits, type OutboundRequest } from '#server/outbound/guarded-fetch.ts';
import { OutboundError } from '#server/outbound/outbound-error.ts';
import { fakeHttp, json } from '#tests/support/fake-http.ts';
import { TEST_CERTIFICATE, TEST_CERTIFICATE_KEY } from '#tests/support/test-certificate.ts';

const HERE = ['127.0.0.1'];
const SHORT: Limits = { connectMs: 200, headersMs: 200, totalMs: 400, bytes: 4096 };

/** What kind of problem a call met. */
async function problemOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    if (error instanceof OutboundError) return error.problem;
    throw error;
  }
}
const ask = (url: string, more: Partial<OutboundRequest> = {}) => guardedFetch({ url, allowed: HERE, ...more });

test('an allowed server is asked and its answer comes back', async () => {
  const server = await fakeHttp(json({ status: 'success' }));
  const answer = await ask(`${server.url}/api?x=1`, { method: 'POST', headers: { 'x-of': 'mine' }, body: 'query=up' });
  expect(answer).toMatchObject({ status: 200, contentType: 'application/json', body: '{"status":"success"}' });
  expect(server.received[0]).toMatchObject({ method: 'POST', path: '/api?x=1', body: 'query=up' });
  expect(server.received[0]?.headers['x-of']).toBe('mine');
});

test('a status that is no success is an answer too', async () => {
  const server = await fakeHttp(json({ status: 'error' }, 401));
  expect((await ask(server.url)).status).toBe(401);
});

test.each(['http://127.0.0.1', 'http://[::1]', 'http://0x7f.1', 'http://2130706433', 'http://[::ffff:7f00:1]'])(
  '%s is not asked without permission, however it is written',
  async (origin) => {
    const server = await fakeHttp(json({}));
    expect(await problemOf(ask(`${origin}:${server.port}/`, { allowed: [] }))).toBe('private');
    expect(server.received).toEqual([]);
  },
);

test('headers come back in lower case; who asks to see redirects gets them, still unfollowed', async () => {
  const server = await fakeHttp((response) =>
    response.writeHead(301, { Location: '/elsewhere', ETag: '"1"', 'X-Of': ['a', 'b'] }).end(),
  );
  const answer = await ask(server.url, { method: 'PATCH', body: '{}', seesRedirects: true });
  expect(answer).toMatchObject({ status: 301, headers: { location: '/elsewhere', etag: '"1"', 'x-of': 'a, b' } });
  expect(server.received).toMatchObject([{ method: 'PATCH', path: '/' }]);
});

test('that nothing has changed (304) is an answer', async () => {
  const server = await fakeHttp((response) => response.writeHead(304, { etag: '"1"' }).end());
  expect(await ask(server.url)).toMatchObject({ status: 304, body: '', headers: { etag: '"1"' } });
});

test('a name that leads inside is not asked without permission', async () => {
  const server = await fakeHttp(json({}));
  const inside = async () => [{ address: '127.0.0.1', family: 4 }];
  const call = (allowed: string[]) =>
    guardedFetch({ url: `http://metrics.example.org:${server.port}/`, allowed }, inside);
  expect(await problemOf(call([]))).toBe('private');
  expect(server.received).toEqual([]);
  expect((await call(['metrics.example.org'])).status).toBe(200);
});

test('a name with one bad address among good ones is not asked', async () => {
  const both = async () => [
    { address: '93.184.215.14', family: 4 },
    { address: '169.254.169.254', family: 4 },
  ];
  expect(await problemOf(guardedFetch({ url: 'http://metrics.example.org/', allowed: HERE }, both))).toBe('private');
});

test('a name is looked up once, and the connection goes to what was checked', async () => {
  const server = await fakeHttp(json({}));
  let lookups = 0;
  // the second answer would be the metadata service: nobody asks for it
  const rebinding = async () => {
    lookups += 1;
    return [{ address: lookups === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
  };
  const answer = await guardedFetch({ url: `http://metrics.example.org:${server.port}/`, allowed: HERE }, rebinding);
  expect(answer.status).toBe(200);
  expect(lookups).toBe(1);
});

test.each([301, 302, 307, 308])('a redirect (%i) is not followed', async (status) => {
  const server = await fakeHttp((response) =>
    response.writeHead(status, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  );
  expect(await problemOf(ask(server.url))).toBe('redirect');
  expect(server.received).toHaveLength(1);
});

test.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'http://user:word@127.0.0.1/', 'gopher://x', 'nonsense'])(
  '%s is no address for it',
  async (url) => expect(await problemOf(ask(url))).toBe('address'),
);

test('a server that never answers is left after a while', async () => {
  const server = await fakeHttp(() => {});
  const startedAt = performance.now();
  expect(await problemOf(ask(server.url, { limits: SHORT }))).toBe('time');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a server that drips is left after a while', async () => {
  const server = await fakeHttp((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  });
  expect(await problemOf(ask(server.url, { limits: SHORT }))).toBe('time');
});

test('a caller can break a call off', async () => {
  const server = await fakeHttp(() => {});
  const stop = new AbortController();
  const call = problemOf(ask(server.url, { signal: stop.signal }));
  setTimeout(() => stop.abort(), 50);
  expect(await call).toBe('time');
});

test('a large answer is not read to its end', async () => {
  let written = 0;
  const server = await fakeHttp((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 65_536;
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  });
  expect(await problemOf(ask(server.url, { limits: { bytes: 100_000 } }))).toBe('too_large');
  expect(written).toBeLessThan(50_000_000);
});

test('a large answer that says so is not read at all', async () => {
  const server = await fakeHttp((response) => response.writeHead(200, { 'content-length': '99999999' }).write('x'));
  expect(await problemOf(ask(server.url))).toBe('too_large');
});

test('a packed answer is unpacked, and one that swells beyond the limit is not', async () => {
  const packed = (size: number) => gzipSync(Buffer.alloc(size, ' '));
  const server = await fakeHttp((response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed(1000)),
  );
  expect((await ask(server.url, { limits: SHORT })).body).toHaveLength(1000);
  const bomb = packed(20_000_000);
  expect(bomb.length).toBeLessThan(50_000);
  server.answerWith((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
  expect(await problemOf(ask(server.url, { limits: { bytes: 100_000 } }))).toBe('too_large');
});

test.each(['br', 'deflate', 'gzip'])('an answer packed as %s that cannot be read says so', async (encoding) => {
  const server = await fakeHttp((response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end('not that'),
  );
  expect(await problemOf(ask(server.url))).toBe('encoding');
});

test('nothing behind a port, and something that does not speak HTTP, are told apart', async () => {
  const server = await fakeHttp((response) => response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n'));
  expect(await problemOf(ask(server.url))).toBe('not_http');
  expect(await problemOf(ask('http://127.0.0.1:1/'))).toBe('connection');
  const unknown = async () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
  expect(await problemOf(guardedFetch({ url: 'http://nowhere.example.org/', allowed: [] }, unknown))).toBe('name');
});

describe('over TLS', () => {
  async function startTls() {
    const server = createServer({ cert: TEST_CERTIFICATE, key: TEST_CERTIFICATE_KEY }, (_, response) =>
      response.end('{}'),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    return address === null || typeof address === 'string' ? 0 : address.port;
  }

  test('a certificate that nobody vouches for is refused, one of a given authority is taken', async () => {
    const port = await startTls();
    expect(await problemOf(ask(`https://127.0.0.1:${port}/`))).toBe('certificate');
    expect((await ask(`https://127.0.0.1:${port}/`, { ca: TEST_CERTIFICATE })).status).toBe(200);
    expect(await problemOf(ask(`https://127.0.0.1:${port}/`, { ca: 'no certificate at all' }))).toBe('certificate');
  });

  test('a certificate of another name is refused, whatever address answers', async () => {
    const port = await startTls();
    const inside = async () => [{ address: '127.0.0.1', family: 4 }];
    const call = (host: string) =>
      guardedFetch({ url: `https://${host}:${port}/`, allowed: HERE, ca: TEST_CERTIFICATE }, inside);
    expect((await call('metrics.example.org')).status).toBe(200);
    expect(await problemOf(call('other.example.org'))).toBe('certificate');
  });
});

test('a sentence for everybody names no address; the detail does', async () => {
  const refused = ask('http://10.20.30.40/', { allowed: [] });
  await expect(refused).rejects.toMatchObject({
    message: 'This address leads inside a private network. An administrator can allow it for this source.',
    detail: '10.20.30.40 is not a public address.',
  });
});
