import { expect, test } from 'vitest';
import { deleteSource } from '#server/collection/delete-source.ts';
import { listSources } from '#server/collection/list-sources.ts';
import { readSource } from '#server/collection/read-source.ts';
import { saveSource } from '#server/collection/save-source.ts';
import { setSourceState } from '#server/collection/set-source-state.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { addSource, adoption, collect, storedValues } from '#tests/support/build-source.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { fakePrometheus, steady } from '#tests/support/fake-prometheus.ts';
import { person, type TestContext, testContext, token } from '#tests/support/test-context.ts';

const platform = 'payments';
const TOKEN = 'very-hidden-token';
const base = { platform, name: 'Metrics', kind: 'prometheus', intervalMinutes: 60 as const };
const settings = { address: 'https://prometheus.example.org', queries: [adoption] };

onBothDatabases('keeping sources', (makeDb) => {
  async function start(): Promise<TestContext> {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    return testContext(db, person('editor'));
  }
  const everything = async (ctx: TestContext) => {
    const [sources, audit] = await Promise.all([
      ctx.db.selectFrom('source').selectAll().execute(),
      ctx.db.selectFrom('auditEntry').selectAll().execute(),
    ]);
    return JSON.stringify({ sources, audit });
  };

  test('a token is sealed where it is kept, and stands in no answer and no audit entry', async () => {
    const ctx = await start();
    const { id } = await saveSource(ctx, { ...base, settings: { ...settings, auth: 'bearer', token: TOKEN } });
    expect(await everything(ctx)).not.toContain(TOKEN);
    const shown = await readSource(ctx, { platform, source: id });
    expect(shown.form).toMatchObject({ secrets: ['token'], settings: { auth: 'bearer' } });
    expect(JSON.stringify([shown, await listSources(ctx, { platform })])).not.toContain(TOKEN);
  });

  test('a viewer sees how a source does and nothing of how it is set', async () => {
    const ctx = await start();
    const { id } = await saveSource(ctx, { ...base, settings });
    const shown = await readSource(ctx.as(person('viewer')), { platform, source: id });
    expect(shown).toMatchObject({ name: 'Metrics', state: 'waiting', form: null });
    expect(JSON.stringify(shown)).not.toContain('example.org');
  });

  test('a token that is left out stays, and goes to no other server', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const source = await addSource(ctx, { url: server.url, settings: { auth: 'bearer', token: TOKEN } });
    const change = (next: object) =>
      saveSource(ctx.as(person('admin')), { ...base, source, settings: { ...settings, auth: 'bearer', ...next } });
    await change({ address: `${server.url}/`, backfillDays: 0 });
    await collect(ctx, source);
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    await expect(change({ address: 'https://elsewhere.example.org' })).rejects.toThrow(
      /Enter the token or password again/,
    );
    await change({ address: 'https://elsewhere.example.org', token: 'another' });
  });

  test('only an administrator of the deployment opens a way into the network, and it is written down', async () => {
    const ctx = await start();
    const inside = { ...base, settings, allowed: ['10.0.0.0/8'] };
    await expect(saveSource(ctx, inside)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(saveSource(ctx.as(person('admin', { platformId: platform })), inside)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(saveSource(ctx.as(token(['sources:write'])), inside)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { id: source } = await saveSource(ctx.as(person('admin')), inside);
    const entry = await ctx.db.selectFrom('auditEntry').select('detail').executeTakeFirstOrThrow();
    expect(JSON.parse(entry.detail)).toMatchObject({ allowed: ['10.0.0.0/8'] });
    // an editor goes on editing, but points it nowhere else and takes nothing more
    await saveSource(ctx, { ...base, name: 'Renamed', source, settings });
    const elsewhere = { ...settings, address: 'http://10.9.9.9' };
    await expect(saveSource(ctx, { ...base, source, settings: elsewhere })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(saveSource(ctx, { ...base, source, settings, allowed: [] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test.each([
    ['an unknown metric', { ...adoption, metric: 'no-such-metric' }, /is not in the metric catalogue/],
    ['an unknown capability', { ...adoption, capability: 'no-such' }, /has no capability/],
    ['no capability where one is needed', { ...adoption, capability: null }, /needs a capability/],
    ['a capability where none belongs', { ...adoption, metric: 'breadth' }, /about the platform as a whole/],
  ])('a query with %s is refused when it is saved', async (_, query, message) => {
    const ctx = await start();
    await expect(saveSource(ctx, { ...base, settings: { ...settings, queries: [query] } })).rejects.toThrow(message);
  });

  test('every change leaves an audit entry', async () => {
    const ctx = await start();
    const { id: source } = await saveSource(ctx, { ...base, settings });
    await saveSource(ctx, { ...base, source, settings: { ...settings, backfillDays: 7 } });
    await setSourceState(ctx, { platform, source, state: 'paused' });
    await setSourceState(ctx, { platform, source, state: 'active' });
    await deleteSource(ctx, { platform, source });
    const entries = await ctx.db.selectFrom('auditEntry').select(['action', 'subject', 'detail']).execute();
    expect(entries.map(({ action }) => action).toSorted()).toEqual(
      ['source.add', 'source.change', 'source.delete', 'source.pause', 'source.resume'].toSorted(),
    );
    const change = entries.find(({ action }) => action === 'source.change');
    expect(JSON.parse(change?.detail ?? '')).toMatchObject({ changed: ['backfillDays'] });
  });

  test('a deleted source leaves its values and runs, and nothing of its settings', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const source = await addSource(ctx, { url: server.url, settings: { auth: 'bearer', token: TOKEN } });
    await collect(ctx, source);
    await deleteSource(ctx, { platform, source });
    expect(await listSources(ctx, { platform })).toEqual([]);
    await expect(readSource(ctx, { platform, source })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await storedValues(ctx)).toHaveLength(1);
    const row = await ctx.db.selectFrom('source').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: 'Metrics', settings: '{}', secrets: null });
    expect(await collect(ctx, source)).toBeNull();
  });

  test('a paused source is not asked, and catches up when it goes on', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const source = await addSource(ctx, { url: server.url });
    await collect(ctx, source);
    await setSourceState(ctx, { platform, source, state: 'paused' });
    ctx.setNow('2026-11-22T14:30:00.000Z');
    expect(await collect(ctx, source)).toBeNull();
    await setSourceState(ctx, { platform, source, state: 'active' });
    expect(await collect(ctx, source)).toMatchObject({ accepted: 3 });
  });
});
