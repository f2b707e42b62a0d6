import { expect, test } from 'vitest';
import { backlogContext, ONE_STEP } from '#tests/support/build-backlog.ts';
import { SECOND_MAINTAINER } from '#tests/support/build-scenario.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const HERE = '/platforms/payments';

onBothDatabases('planning over the API', (makeDb, dialect) => {
  async function start(scopes: ('read' | 'backlog:write')[] = ['read', 'backlog:write']) {
    const db = await makeDb();
    await backlogContext(db);
    startTestRuntime(db, { dialect });
    const send = await tokenClient(testContext(db, { kind: 'system', name: 'cli' }), scopes, 'payments');
    return async (method: string, path: string, body?: unknown) => {
      const answer = await send(method, `${HERE}${path}`, body);
      return { status: answer.status, body: await answer.json() };
    };
  }

  test('assumed states give a hypothetical scorecard that says that it is one, and change nothing', async () => {
    const send = await start(['read']);
    const before = await send('GET', '/scorecard');
    const { status, body } = await send('POST', '/what-if', { assumptions: [SECOND_MAINTAINER] });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ schema: 'plumbline/scorecard/1', hypothetical: true, assumptions: [SECOND_MAINTAINER] },
      effect: { value: ONE_STEP, cells: [{ capability: 'data', aspect: 'investment', from: 1, to: 2 }] },
      rubric: before.body.rubric,
      bundleSha256: before.body.bundleSha256,
    });
    expect(body.cells).toHaveLength(65);
    expect((await send('GET', '/scorecard')).body).toEqual(before.body);
    const nothing = await send('POST', '/what-if', { assumptions: [] });
    expect(nothing.body.cells).toEqual(before.body.cells);
  });

  test.each([
    [
      'a criterion that is not there',
      [{ ...SECOND_MAINTAINER, criterion: 'INV-9.z' }],
      404,
      'INV-9.z is not asked of data',
    ],
    ['a capability that is not there', [{ ...SECOND_MAINTAINER, capability: 'lake' }], 404, 'There is no capability'],
    ['one place twice', [SECOND_MAINTAINER, SECOND_MAINTAINER], 400, 'twice'],
    ['a state that nobody can assume', [{ ...SECOND_MAINTAINER, state: 'announced' }], 400, ''],
    ['no list', 'met', 400, ''],
  ])('a what-if with %s is refused with its reason', async (_, assumptions, status, words) => {
    const send = await start(['read']);
    const answer = await send('POST', '/what-if', { assumptions });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(words)]);
  });

  test('routes are read for a cell and for the platform', async () => {
    const send = await start(['read']);
    const cell = await send('GET', '/cells/data/investment/route');
    expect(cell.body).toMatchObject({ level: 1, target: 3, reaches: 3 });
    expect(cell.body.steps[0]).toMatchObject({ criterion: 'INV-2.b', kind: 'improve', gain: ONE_STEP });
    expect((await send('GET', '/cells/data/luck/route')).status).toBe(404);
    const whole = await send('GET', '/route');
    expect(whole.body.stages.at(-1).percentToTarget).toBe(1);
  });

  test('scenarios are kept, listed, compared, changed, made improvements of, and deleted', async () => {
    const send = await start();
    const made = await send('POST', '/scenarios', { name: 'More people', assumptions: [SECOND_MAINTAINER] });
    expect([made.status, made.body.version]).toEqual([201, 1]);
    const { id } = made.body;
    expect((await send('GET', '/scenarios?limit=1')).body).toMatchObject({
      items: [{ id, name: 'More people', outcome: { effect: { value: ONE_STEP }, effort: { days: 10, unknown: 0 } } }],
    });
    const compared = await send('GET', `/scenario-comparison?a=now&b=${id}`);
    expect(compared.body.cells).toEqual([{ capability: 'data', aspect: 'investment', target: 3, a: 1, b: 2 }]);
    const changed = await send('PATCH', `/scenarios/${id}`, { version: 1, name: 'Many people' });
    expect([changed.status, changed.body]).toEqual([200, { id, version: 2 }]);
    expect((await send('PATCH', `/scenarios/${id}`, { version: 1, name: 'Late' })).status).toBe(409);
    const work = await send('POST', '/what-if/improvements', { name: 'Autumn', assumptions: [SECOND_MAINTAINER] });
    expect(work.body).toMatchObject({ created: [{ capability: 'data', criteria: 1 }], underWay: 0 });
    expect((await send('DELETE', `/scenarios/${id}?version=2`)).body).toEqual({ id });
    expect((await send('GET', `/scenarios/${id}`)).status).toBe(404);
  });

  test('a token that only reads keeps nothing', async () => {
    const send = await start(['read']);
    const refused = await send('POST', '/scenarios', { name: 'More people', assumptions: [] });
    expect(refused.status).toBe(403);
    expect((await send('GET', '/scenarios')).body.items).toEqual([]);
  });
});
