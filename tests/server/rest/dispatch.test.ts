import { expect, onTestFinished, test } from 'vitest';
import { createToken } from '#server/people/create-token.ts';
import { dispatch, matchPath } from '#server/rest/dispatch.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';

const BASE = 'http://127.0.0.1:3000/api/v1';

async function start() {
  const { db, remove } = await makeSqlite();
  onTestFinished(remove);
  const runtime = startTestRuntime(db);
  await createTestPlatform(db);
  const operator = testContext(db, { kind: 'system', name: 'cli' });
  const scopes = ['read' as const, 'catalogue:write' as const];
  const { token } = await createToken(operator, { name: 'T', scopes, platform: null, expiresInDays: 1 });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const send = (method: string, path: string, body?: BodyInit, more: Record<string, string> = {}) =>
    dispatch(
      new Request(`${BASE}${path}`, {
        method,
        headers: { ...headers, ...more },
        ...(body === undefined ? {} : { body }),
      }),
    );
  return { db, runtime, send };
}

test('an unknown path is a problem that names it', async () => {
  const { send } = await start();
  const answer = await send('GET', '/nowhere');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({
    title: 'Not found',
    status: 404,
    detail: expect.stringContaining('/nowhere'),
  });
});

test('a wrong method is answered with those that there are', async () => {
  const { send } = await start();
  const answer = await send('DELETE', '/platforms/payments/targets');
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET, POST');
});

test('a list is paged by cursor until there is none', async () => {
  const { send } = await start();
  for (const key of ['a', 'b', 'c']) await send('POST', '/teams', JSON.stringify({ key, name: key }));
  const first = await (await send('GET', '/teams?limit=2')).json();
  expect(first.items.map(({ key }: { key: string }) => key)).toEqual(['a', 'b']);
  const second = await (await send('GET', `/teams?limit=2&cursor=${first.nextCursor}`)).json();
  expect(second).toMatchObject({ items: [{ key: 'c' }], nextCursor: null });
});

test.each([
  ['a limit that is no number', 'GET', '/teams?limit=many', undefined],
  ['a cursor of somebody else', 'GET', '/teams?cursor=WyJhIiwiYiJd', undefined],
  ['a parameter that is not described', 'GET', '/teams?order=name', undefined],
  ['a body that is no JSON', 'POST', '/teams', '{"key":'],
  ['a body that is no object', 'POST', '/teams', '[1]'],
  ['a property that is not described', 'POST', '/teams', '{"key":"a","name":"A","admin":true}'],
  ['bytes that are no UTF-8', 'POST', '/teams', new Uint8Array([0x22, 0xff, 0x22])],
])('%s is refused as a bad request', async (_, method, path, body) => {
  const { send } = await start();
  const answer = await send(method, path, body);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
});

test('wrong input is named by its place', async () => {
  const { send } = await start();
  const problem = await (await send('POST', '/teams', '{"key":"A B","name":""}')).json();
  expect(problem.errors.map(({ path }: { path: string }) => path)).toEqual(['key', 'name']);
});

test('another content type is refused as such', async () => {
  const { send } = await start();
  expect((await send('POST', '/teams', 'key=a', { 'content-type': 'text/plain' })).status).toBe(415);
});

test('a body beyond the limit is refused', async () => {
  const { send } = await start();
  const huge = JSON.stringify({ key: 'a', name: 'x'.repeat(2 ** 20) });
  expect((await send('POST', '/teams', huge)).status).toBe(413);
});

test('the path decides which platform, whatever the body says', async () => {
  const { send } = await start();
  const target = { platform: 'other', capability: 'security', aspect: 'adoption', level: 3 };
  expect((await send('POST', '/platforms/payments/targets', JSON.stringify(target))).status).toBe(200);
  expect(await (await send('GET', '/platforms/payments/targets')).json()).toMatchObject({ items: [{ level: 3 }] });
});

test('what nobody expected is logged, and nothing of it is told', async () => {
  const { db, runtime, send } = await start();
  await db.schema.dropTable('target').execute();
  const answer = await send('GET', '/platforms/payments/targets');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/target|sqlite|at /i);
  expect(runtime.logged()).toContain('no such table');
});

test('the token never reaches the log', async () => {
  const { runtime, send } = await start();
  await send('GET', '/nowhere');
  expect(runtime.logged()).not.toContain('plb_');
});

test('a path matches its template by parts, with text around a parameter', () => {
  expect(matchPath('/a/{x}/b', '/a/1/b')).toEqual({ x: '1' });
  expect(matchPath('/a/{x}/b', '/a/1/c')).toBeNull();
  expect(matchPath('/a/{x}', '/a/')).toBeNull();
  expect(matchPath('/report.{format}', '/report.html')).toEqual({ format: 'html' });
  expect(matchPath('/report.{format}', '/report.')).toBeNull();
});
