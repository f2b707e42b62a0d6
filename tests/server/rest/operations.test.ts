import { expect, test } from 'vitest';
import { createToken } from '#server/people/create-token.ts';
import type { Scope } from '#server/people/scopes.ts';
import { dispatch } from '#server/rest/dispatch.ts';
import { problemSchema } from '#server/rest/problem.ts';
import { OPERATIONS } from '#server/rest/registry.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';

const BASE = 'http://127.0.0.1:3000/api/v1';
const addressOf = (path: string) =>
  BASE +
  path
    .replace('{platform}', 'payments')
    .replace('{capability}', 'observability')
    .replace('{aspect}', 'adoption')
    .replaceAll(/\{\w+\}/g, 'none');

function call(method: string, path: string, token: string | null): Promise<Response> {
  const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
  const headers = {
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return dispatch(new Request(addressOf(path), { method, headers, ...(body === undefined ? {} : { body }) }));
}

onBothDatabases('who may use which operation', (makeDb, dialect) => {
  async function start() {
    const db = await makeDb();
    startTestRuntime(db, { dialect });
    await createTestPlatform(db);
    await createTestPlatform(db, 'other');
    const operator = testContext(db, { kind: 'system', name: 'cli' });
    return async (scopes: Scope[], platform: string | null) =>
      (await createToken(operator, { name: 'T', scopes, platform, expiresInDays: 1 })).token;
  }

  test('nothing without a token, and the answer says what to send', async () => {
    await start();
    for (const { method, path } of OPERATIONS) {
      const answer = await call(method, path, null);
      expect(answer.status, `${method} ${path}`).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      problemSchema.parse(await answer.json());
    }
  });

  test('nothing with a token that lacks the scope', async () => {
    const make = await start();
    const [reader, sender] = [await make(['read'], null), await make(['metrics:write'], null)];
    for (const { method, path, scope } of OPERATIONS) {
      const answer = await call(method, path, scope === 'read' ? sender : reader);
      expect(answer.status, `${method} ${path}`).toBe(403);
      expect((await answer.json()).detail).toContain(scope);
    }
  });

  test('nothing of a platform with a token for another one', async () => {
    const make = await start();
    for (const { method, path, scope } of OPERATIONS) {
      if (!path.includes('{platform}')) continue;
      const answer = await call(method, path, await make([scope], 'other'));
      // a body that is not as described may be refused before anything is looked up
      expect([404, 400], `${method} ${path}`).toContain(answer.status);
      expect(JSON.stringify(await answer.json())).not.toContain('The payments platform');
    }
  });

  test('with the scope no operation is refused for want of permission, and none breaks', async () => {
    const make = await start();
    const wrong: string[] = [];
    for (const { method, path, scope } of OPERATIONS) {
      const answer = await call(method, path, await make([scope], 'payments'));
      if ([401, 403, 500].includes(answer.status))
        wrong.push(`${method} ${path} answered ${answer.status} ${await answer.text()}`);
    }
    expect(wrong).toEqual([]);
  });
});
