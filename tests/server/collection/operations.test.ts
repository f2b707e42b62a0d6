import { expect, test } from 'vitest';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { adoption } from '#tests/support/build-source.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { startTestRuntime } from '#tests/support/start-test-runtime.ts';
import { testContext } from '#tests/support/test-context.ts';
import { tokenClient } from '#tests/support/token-client.ts';

const SOURCES = '/platforms/payments/sources';
const query = { ...adoption, capability: 'observability' };
const settings = { address: 'https://prometheus.example.org', queries: [query], auth: 'bearer', token: 'very-hidden' };

onBothDatabases('sources over the API', (makeDb, dialect) => {
  test('are added, read, changed, paused, asked for and removed; no secret ever comes back', async () => {
    const db = await makeDb();
    startTestRuntime(db, { dialect });
    await createTestPlatform(db);
    const send = await tokenClient(
      testContext(db, { kind: 'system', name: 'cli' }),
      ['read', 'sources:write'],
      'payments',
    );
    const seen: string[] = [];
    const call = async (method: string, path: string, body?: unknown) => {
      const answer = await send(method, path, body);
      const text = await answer.text();
      seen.push(text);
      return { status: answer.status, body: JSON.parse(text) };
    };

    const added = await call('POST', SOURCES, { name: 'Metrics', kind: 'prometheus', settings });
    expect(added).toMatchObject({ status: 201, body: { added: true } });
    const one = `${SOURCES}/${added.body.id}`;
    expect((await call('GET', SOURCES)).body.items).toMatchObject([{ name: 'Metrics', state: 'waiting' }]);
    expect((await call('GET', one)).body.form).toMatchObject({ secrets: ['token'], settings: { backfillDays: 90 } });
    const { token: _, ...kept } = settings;
    const changed = { name: 'Renamed', kind: 'prometheus', settings: { ...kept, backfillDays: 7 } };
    expect((await call('PUT', one, changed)).status).toBe(200);
    expect((await call('GET', one)).body).toMatchObject({
      name: 'Renamed',
      form: { secrets: ['token'], settings: { backfillDays: 7 } },
    });
    expect((await call('POST', `${one}/state`, { state: 'paused' })).body).toMatchObject({ state: 'paused' });
    expect((await call('POST', `${one}/runs`, {})).status).toBe(409);
    await call('POST', `${one}/state`, { state: 'active' });
    expect((await call('POST', `${one}/runs`, {})).status).toBe(200);
    expect((await call('GET', `${one}/runs`)).body).toEqual({ items: [], nextCursor: null });
    const inside = { ...changed, allowed: ['10.0.0.0/8'] };
    expect((await call('PUT', one, inside)).status).toBe(403);
    expect((await call('DELETE', one)).status).toBe(200);
    expect((await call('GET', one)).status).toBe(404);
    expect(seen.join()).not.toContain('very-hidden');
  });
});
