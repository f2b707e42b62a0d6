import { expect, test } from 'vitest';
import { GET } from '#app/api/trpc/[trpc]/route.ts';
import { createToken } from '#server/people/create-token.ts';
import { dispatch } from '#server/rest/dispatch.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';

/** PostgreSQL stores no NUL in a text: what a caller wrote was answered as a fault of ours, and logged as one. */
onBothDatabases('a text with NUL in it', (makeDb, dialect) => {
  const start = async () => {
    const db = await makeDb();
    const runtime = startTestRuntime(db, { dialect });
    await createTestPlatform(db);
    const operator = testContext(db, { kind: 'system', name: 'cli' });
    const scopes = ['read' as const, 'catalogue:write' as const];
    const { token } = await createToken(operator, { name: 'T', scopes, platform: null, expiresInDays: 1 });
    return { runtime, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } };
  };
  const BASE = 'http://127.0.0.1:3000';

  test('is never a fault of ours in the REST API', async () => {
    const { runtime, headers } = await start();
    const body = JSON.stringify({ key: 'a', name: 'a\u0000b' });
    const saved = await dispatch(new Request(`${BASE}/api/v1/teams`, { method: 'POST', headers, body }));
    const read = await dispatch(new Request(`${BASE}/api/v1/platforms/a%00b/scorecard`, { headers }));
    expect([saved.status, read.status]).toEqual([400, dialect === 'postgres' ? 400 : 404]);
    expect(runtime.logged()).toBe('');
  });

  test('is never a fault of ours on the pages', async () => {
    const { runtime } = await start();
    const input = encodeURIComponent(JSON.stringify({ platform: 'a\u0000b' }));
    const found = await GET(new Request(`${BASE}/api/trpc/assessments.list?input=${input}`));
    expect(found.status).toBe(dialect === 'postgres' ? 400 : 401);
    expect(runtime.logged()).toBe('');
  });
});
