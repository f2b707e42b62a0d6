import { expect, test } from 'vitest';
import { createToken } from '#server/people/create-token.ts';
import { dispatch } from '#server/rest/dispatch.ts';
import { backlogContext, MAINTAINERS } from '#tests/support/build-backlog.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';

const PATH = '/platforms/payments/exemptions';

onBothDatabases('exemptions over the API', (makeDb, dialect) => {
  test('are asked for, listed, weighed and taken back; a person approves', async () => {
    const db = await makeDb();
    await backlogContext(db);
    await createTestPlatform(db, 'other');
    startTestRuntime(db, { dialect });
    const operator = testContext(db, { kind: 'system', name: 'cli' });
    const scopes = ['read', 'attestations:write'] as const;
    const { token } = await createToken(operator, {
      name: 'CI',
      scopes: [...scopes],
      platform: null,
      expiresInDays: 1,
    });
    const send = (method: string, path: string, body?: unknown) =>
      dispatch(
        new Request(`http://127.0.0.1:3000/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
    const reason = 'The second person starts in spring.';
    const expiresOn = '2026-12-31';
    const asked = await send('POST', PATH, { ...MAINTAINERS, kind: 'exemption', reason, expiresOn });
    expect(asked.status).toBe(201);
    const { id } = await asked.json();
    expect(await (await send('GET', PATH)).json()).toMatchObject({ items: [{ id, decision: 'awaiting' }] });
    expect((await send('GET', `${PATH}/shares`)).status).toBe(200);
    expect(await (await send('GET', `${PATH}.csv`)).text()).toContain(reason);
    const elsewhere = await send('POST', `/platforms/other/exemptions/${id}/withdraw`, {});
    expect([elsewhere.status, (await elsewhere.json()).detail]).toEqual([404, 'There is no such request.']);
    expect((await send('POST', `${PATH}/${id}/withdraw`, {})).status).toBe(200);
    expect(await (await send('GET', PATH)).json()).toMatchObject({ items: [{ id, decision: 'withdrawn' }] });
    expect((await send('POST', `${PATH}/${id}/withdraw`, {})).status).toBe(409);
  });
});
