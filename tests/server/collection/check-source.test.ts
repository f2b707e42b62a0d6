import { expect, test } from 'vitest';
import { checkKeptSource } from '#server/collection/check-kept-source.ts';
import { checkSource } from '#server/collection/check-source.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { addSource, adoption, storedValues } from '#tests/support/build-source.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { fakePrometheus, steady } from '#tests/support/fake-prometheus.ts';
import { person, type TestContext, testContext } from '#tests/support/test-context.ts';

const platform = 'payments';

onBothDatabases('checking a source', (makeDb) => {
  async function start(): Promise<TestContext> {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    return testContext(db, person('admin'));
  }
  const check = (ctx: TestContext, url: string, queries: object[] = [adoption], allowed: string[] = ['127.0.0.1']) =>
    checkSource(ctx, { platform, kind: 'prometheus', settings: { address: url, queries }, allowed });

  test('shows what would come in and stores nothing of it', async () => {
    const ctx = await start();
    const teams = Array.from({ length: 7 }, (_, index) => steady(index / 10, { team: `t${index}` }));
    const server = await fakePrometheus({ adoption: [...teams, steady('NaN', { team: 'odd' })] });
    const { parts } = await check(ctx, server.url, [{ ...adoption, teamLabel: 'team' }]);
    expect(parts).toMatchObject([{ taken: 7, refused: 1, problem: 'value: NaN is not a number.' }]);
    expect(parts[0]?.values).toHaveLength(5);
    expect(parts[0]?.values[2]).toEqual({ capability: 'data', team: 't2', labels: {}, value: 0.2 });
    expect(await storedValues(ctx)).toEqual([]);
    expect(await ctx.db.selectFrom('source').selectAll().execute()).toEqual([]);
  });

  test('asks a kept source with the secrets that are kept', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const source = await addSource(ctx, { url: server.url, settings: { auth: 'bearer', token: 'hidden' } });
    expect((await checkKeptSource(ctx, { platform, source })).parts).toMatchObject([{ taken: 1, problem: null }]);
    expect(server.received[0]?.headers.authorization).toBe('Bearer hidden');
  });

  test('an address inside is not called for an editor, who learns no more than that', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const asEditor = ctx.as(person('editor'));
    const { parts } = await check(asEditor, server.url, [adoption], []);
    expect(parts).toMatchObject([
      {
        taken: 0,
        problem: 'This address leads inside a private network. An administrator can allow it for this source.',
        detail: null,
      },
    ]);
    expect(server.received).toEqual([]);
    const asAdmin = await check(ctx, server.url, [adoption], []);
    expect(asAdmin.parts[0]?.detail).toBe('127.0.0.1 is not a public address.');
  });

  test('leaves an audit entry that names the server, and has its limit', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    await check(ctx, server.url);
    const entry = await ctx.db.selectFrom('auditEntry').selectAll().executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ action: 'source.check' });
    expect(JSON.parse(entry.detail)).toEqual({ kind: 'prometheus', server: server.url });
    for (let count = 1; count < 60; count += 1) await check(ctx, server.url);
    await expect(check(ctx, server.url)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});
