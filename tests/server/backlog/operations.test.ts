import { expect, test } from 'vitest';
import { backlogContext, MAINTAINERS, ONE_STEP } from '#tests/support/build-backlog.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const PATH = '/platforms/payments/improvements';

onBothDatabases('improvements over the API', (makeDb, dialect) => {
  async function start(scopes: ('read' | 'backlog:write')[] = ['read', 'backlog:write']) {
    const db = await makeDb();
    const ctx = await backlogContext(db);
    startTestRuntime(db, { dialect }).rescore = (id) => {
      ctx.setNow('2026-11-22T12:01:00.000Z');
      return ctx.rescore(id);
    };
    return tokenClient(testContext(db, { kind: 'system', name: 'cli' }), scopes, 'payments');
  }

  test('are proposed, listed, read, changed and moved', async () => {
    const send = await start();
    const proposed = await send('POST', PATH, { title: 'Find a second maintainer', criteria: [MAINTAINERS] });
    expect(proposed.status).toBe(201);
    const { id, ...made } = await proposed.json();
    expect(made).toMatchObject({ version: 1, state: 'proposed', effortDays: 10, predicted: { value: ONE_STEP } });
    const list = await (await send('GET', `${PATH}?limit=1`)).json();
    expect(list).toMatchObject({
      items: [{ id, criteria: [{ ...MAINTAINERS, stateBefore: 'not_met' }] }],
      nextCursor: null,
    });
    const changed = await send('PATCH', `${PATH}/${id}`, { version: 1, dueOn: '2027-03-31' });
    expect([changed.status, await changed.json()]).toEqual([200, { id, version: 2 }]);
    const moved = await send('POST', `${PATH}/${id}/move`, { version: 2, state: 'planned' });
    expect([moved.status, await moved.json()]).toEqual([200, { id, version: 3, state: 'planned' }]);
    expect(await (await send('GET', `${PATH}/${id}`)).json()).toMatchObject({
      ...{ id, state: 'planned', dueOn: '2027-03-31', version: 3 },
      rights: { change: true, moves: ['proposed', 'doing', 'done', 'dropped'], evaluate: false },
    });
    const csv = await send('GET', `${PATH}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toContain(`${id},Find a second maintainer,planned,,2027-03-31,10,INV-2.b,data,0.78,`);
  });

  test('are evaluated at once when somebody asks, and never moved to verified', async () => {
    const send = await start();
    const { id } = await (await send('POST', PATH, { title: 'Find somebody', criteria: [MAINTAINERS] })).json();
    const early = await send('POST', `${PATH}/${id}/evaluate`, {});
    expect([early.status, (await early.json()).detail]).toEqual([
      409,
      'This is proposed. Only what is done can be evaluated.',
    ]);
    const asked = await send('POST', `${PATH}/${id}/move`, { version: 1, state: 'verified' });
    expect(asked.status).toBe(400);
    await send('POST', `${PATH}/${id}/move`, { version: 1, state: 'done' });
    const evaluated = await send('POST', `${PATH}/${id}/evaluate`, {});
    expect([evaluated.status, await evaluated.json()]).toEqual([200, { id, state: 'not_confirmed' }]);
  });

  test('refuse what is old, unknown or not allowed, each with its reason', async () => {
    const send = await start();
    const { id } = await (await send('POST', PATH, { title: 'Find somebody', criteria: [MAINTAINERS] })).json();
    await send('POST', `${PATH}/${id}/move`, { version: 1, state: 'doing' });
    const problem = async (method: string, path: string, body: unknown) => {
      const answer = await send(method, path, body);
      const { detail } = await answer.json();
      return [answer.status, detail];
    };
    const old = await problem('POST', `${PATH}/${id}/move`, { version: 1, state: 'done' });
    expect(old).toEqual([409, expect.stringContaining('it is now being worked on')]);
    const byHand = await problem('POST', `${PATH}/${id}/move`, { version: 2, state: 'verified' });
    expect(byHand).toEqual([400, expect.stringContaining('Only an evaluation')]);
    const empty = await problem('POST', PATH, { title: 'Nothing', criteria: [] });
    expect(empty[0]).toBe(400);
    const foreign = await problem('PATCH', `${PATH}/no-such-id`, { version: 1, title: 'Anything' });
    expect(foreign).toEqual([404, 'There is no such improvement.']);
  });

  test('are only read with a token that may only read', async () => {
    const send = await start(['read']);
    expect((await send('GET', PATH)).status).toBe(200);
    expect((await send('POST', PATH, { title: 'Find somebody', criteria: [MAINTAINERS] })).status).toBe(403);
  });
});
