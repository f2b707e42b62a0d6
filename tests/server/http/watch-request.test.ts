import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { makeMeter } from '#server/health/meter.ts';
import { routeClass } from '#server/http/route-class.ts';
import { watchRequest } from '#server/http/watch-request.ts';
import { makeLog } from '#server/log.ts';

const secret = 'a secret of tests, long enough to be one';

/** Answers a request as it stands and says what was logged and counted of it. */
async function seen(address: string, { level = 'info', status = 200 } = {}) {
  const lines: string[] = [];
  const log = makeLog({ level, secret }, { write: (line) => void lines.push(line) });
  const meter = makeMeter();
  const server = createServer((request, response) => {
    request.headers['x-plumbline-path'] = address.split('?')[0];
    watchRequest(request, response, { log, meter });
    response.writeHead(status).end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  const answer = await fetch(`http://127.0.0.1:${at.port}${address}`, { headers: { cookie: 'session=hush' } });
  await answer.text();
  await new Promise((resolve) => setImmediate(resolve));
  return {
    lines: lines.map((line) => JSON.parse(line)),
    counts: meter.requests(),
    id: answer.headers.get('x-request-id'),
  };
}

test('a request is one line: its number, its method, the kind of its door, its status and its time', async () => {
  const { lines, counts, id } = await seen('/p/payments/evidence?metric=change-gap&token=plb_abc');
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.any(Number),
      requestId: id,
      method: 'GET',
      route: 'page',
      status: 200,
      ms: expect.any(Number),
      msg: 'answered',
    },
  ]);
  expect(counts).toEqual([{ route: 'page', status: '2xx', count: 1 }]);
});

test('what fails is an error, what is asked every few seconds only shows to who wants everything', async () => {
  expect((await seen('/api/v1/platforms', { status: 500 })).lines).toMatchObject([{ level: 50, route: 'api' }]);
  expect((await seen('/api/health/live')).lines).toEqual([]);
  expect((await seen('/api/health/live', { level: 'debug' })).lines).toMatchObject([{ level: 20, route: 'health' }]);
});

test.each([
  '/s/AAAAAAAAAAAAAAAAAAAAAA',
  '/s',
  '/set-up/AAAAAAAAAAAAAAAAAAAAAA',
  '/welcome/AAAAAAAAAAAAAAAAAAAAAA',
  '/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA',
  '/api/v1/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA',
  '/api/trpc/notices.ending?input=1',
  '/api/trpc/notices.end',
  '/api/trpc/surveys.submit',
  '/api/trpc/overview.start,surveys.form?batch=1',
  '/api/trpc/surveys%2Esubmit',
  '/_next/static/chunks/app/s/page.js',
])('%s leaves no line, no count and no number', async (address) => {
  expect(await seen(address, { level: 'trace' })).toEqual({ lines: [], counts: [], id: null });
});

test.each([
  ['/', 'page'],
  ['/p/payments/surveys', 'page'],
  ['/api/trpc/surveys.list', 'trpc'],
  ['/api/v1/metrics', 'api'],
  ['/api/auth/sign-in/email', 'sign-in'],
  ['/api/reports/payments/1/pdf', 'file'],
  ['/api/evidence/payments/csv', 'file'],
  ['/metrics', 'metrics'],
])('%s is of the kind %s', (path, route) => {
  expect(routeClass(path)).toBe(route);
});
