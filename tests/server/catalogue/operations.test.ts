import { expect, onTestFinished, test } from 'vitest';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';
import { tokenClient } from '#tests/support/token-client.ts';

async function start() {
  const { db, remove } = await makeSqlite();
  onTestFinished(remove);
  startTestRuntime(db);
  await createTestPlatform(db);
  const operator = testContext(db, { kind: 'system', name: 'cli' });
  const send = await tokenClient(operator, ['read', 'catalogue:write']);
  return async (method: string, path: string, body?: unknown) => {
    const answer = await send(method, path, body);
    return { status: answer.status, body: await answer.json() };
  };
}

test('a file of teams is looked at, taken in and taken out by a machine', async () => {
  const call = await start();
  const csv = 'key,name,parent\ncheckout,Checkout,commerce\ncommerce,Commerce,\n';
  expect(await call('POST', '/teams/preview', { csv })).toMatchObject({ status: 200, body: { add: 2, bad: 0 } });
  expect((await call('GET', '/teams')).body.items).toEqual([]);
  const imported = await call('POST', '/teams/import', { csv, fileName: 'teams.csv' });
  expect(imported).toEqual({ status: 200, body: { added: 2, changed: 0, same: 0 } });
  const file = await call('GET', '/teams/file');
  expect(file.body.csv).toBe(
    'key,name,parent,contact,archived\r\ncheckout,Checkout,commerce,,no\r\ncommerce,Commerce,,,no\r\n',
  );
  const refused = await call('POST', '/teams/import', { csv: 'key,parent\ncommerce,checkout\n' });
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining('row 2, parent') } });
});

test('what a team was is told, and a needed one is not deleted', async () => {
  const call = await start();
  await call('POST', '/teams', { key: 'a', name: 'A' });
  await call('POST', '/teams', { key: 'b', name: 'B', parent: 'a' });
  expect(await call('DELETE', '/teams/a')).toMatchObject({
    status: 409,
    body: { detail: 'A is needed: other teams belong to it or once did. Archive it instead.' },
  });
  expect((await call('GET', '/teams/b/history')).body).toMatchObject({ needed: null, states: [{ parent: 'A' }] });
  expect(await call('DELETE', '/teams/b')).toEqual({ status: 200, body: { key: 'b' } });
  expect((await call('GET', '/teams?asOf=2000-01-01T00:00:00Z')).body.items).toEqual([]);
});

test('targets and the order of capabilities are set for a whole platform', async () => {
  const call = await start();
  const targets = ['observability', 'security'].map((capability) => ({ capability, aspect: 'adoption', level: 4 }));
  expect((await call('POST', '/platforms/payments/target-set', { targets })).body).toEqual({ changed: 2 });
  expect((await call('GET', '/platforms/payments/targets')).body.items).toEqual(targets);
  const order = ['security', 'observability'];
  expect((await call('POST', '/platforms/payments/capability-order', { order })).body).toEqual({ order });
  expect(await call('DELETE', '/platforms/payments/capabilities/security')).toEqual({
    status: 200,
    body: { key: 'security' },
  });
});
