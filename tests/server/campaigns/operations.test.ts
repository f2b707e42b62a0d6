import { expect, test } from 'vitest';
import { backlogContext, MAINTAINERS } from '#tests/support/build-backlog.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const PATH = '/platforms/payments/campaigns';
const PLAN = { name: 'Two maintainers', dueOn: '2026-12-31', scope: { criteria: ['INV-2.b'], capabilities: ['data'] } };

onBothDatabases('campaigns over the API', (makeDb, dialect) => {
  async function start(scopes: ('read' | 'backlog:write')[] = ['read', 'backlog:write']) {
    const db = await makeDb();
    await backlogContext(db);
    startTestRuntime(db, { dialect });
    return tokenClient(testContext(db, { kind: 'system', name: 'cli' }), scopes, 'payments');
  }

  test('are planned, listed, changed, started and read, with their improvements', async () => {
    const send = await start();
    const planned = await send('POST', PATH, PLAN);
    expect(planned.status).toBe(201);
    const { id, ...made } = await planned.json();
    expect(made).toEqual({ version: 1, state: 'planned', places: 1 });
    expect(await (await send('GET', PATH)).json()).toMatchObject({ items: [{ id, name: 'Two maintainers' }] });
    const changed = await send('PATCH', `${PATH}/${id}`, { version: 1, name: 'Two maintainers for data' });
    expect(await changed.json()).toEqual({ id, version: 2 });
    const started = await send('POST', `${PATH}/${id}/move`, { version: 2, state: 'running' });
    expect(await started.json()).toEqual({ id, version: 3, state: 'running' });
    const about = { title: 'Find a second maintainer', criteria: [MAINTAINERS], campaign: id };
    expect((await send('POST', '/platforms/payments/improvements', about)).status).toBe(201);
    expect(await (await send('GET', `${PATH}/${id}`)).json()).toMatchObject({
      ...{ id, name: 'Two maintainers for data', state: 'running', progress: { of: 1, reached: 0, missed: 1 } },
      places: [{ criterion: 'INV-2.b', capability: 'data', standing: 'missed' }],
      owners: [{ capability: 'data', owner: { key: 'storage' }, named: false }],
      forecast: { verdict: 'too_few', needed: 5 },
      improvements: [{ title: 'Find a second maintainer', state: 'proposed' }],
    });
  });

  test('refuse what is old or over, and are only read with a token that may only read', async () => {
    const send = await start();
    const { id } = await (await send('POST', PATH, PLAN)).json();
    expect((await send('POST', `${PATH}/${id}/move`, { version: 9, state: 'running' })).status).toBe(409);
    expect((await send('POST', PATH, { ...PLAN, scope: {} })).status).toBe(400);
    expect((await send('POST', `${PATH}/${id}/move`, { version: 1, state: 'ended' })).status).toBe(200);
    const joining = { title: 'Too late', criteria: [MAINTAINERS], campaign: id };
    expect((await send('POST', '/platforms/payments/improvements', joining)).status).toBe(409);
    const read = await start(['read']);
    expect((await read('POST', PATH, PLAN)).status).toBe(403);
    expect((await read('GET', PATH)).status).toBe(200);
  });
});
