import { expect, test } from 'vitest';
import { runSource } from '#server/collection/run-source.ts';
import { setSourceState } from '#server/collection/set-source-state.ts';
import { scheduleJobs } from '#server/jobs/schedule-jobs.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { addSource, collect } from '#tests/support/build-source.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { fakePrometheus, steady } from '#tests/support/fake-prometheus.ts';
import { listJobs } from '#tests/support/list-jobs.ts';
import { type TestContext, testContext } from '#tests/support/test-context.ts';

onBothDatabases('when sources are asked', (makeDb) => {
  async function start(): Promise<TestContext> {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    return testContext(db);
  }
  /** Ticks, as every replica does, and says which sources were queued so far. */
  async function tick(ctx: TestContext): Promise<(string | null)[]> {
    const nowMs = ctx.now().getTime();
    const last = { minute: Math.floor(nowMs / 60_000), hour: Math.floor(nowMs / 3_600_000) };
    await scheduleJobs(ctx.db, ctx.now(), last);
    await scheduleJobs(ctx.db, ctx.now(), last);
    return (await listJobs(ctx.db)).filter(({ kind }) => kind === 'collect').map(({ dedupeKey }) => dedupeKey);
  }

  test('a new source is queued at once, and once however many tick; then after its interval', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const id = await addSource(ctx, { url: server.url });
    expect(await tick(ctx)).toEqual([`collect:${id}:${Date.parse('2026-11-22T12:00:00Z')}`]);
    await collect(ctx, id);
    expect(await tick(ctx)).toHaveLength(1);
    ctx.setNow('2026-11-22T13:00:00.000Z');
    expect(await tick(ctx)).toHaveLength(2);
  });

  test('a paused source is not queued; one that somebody asks for is', async () => {
    const ctx = await start();
    const server = await fakePrometheus({ adoption: [steady(0.5)] });
    const source = await addSource(ctx, { url: server.url });
    await collect(ctx, source);
    const about = { platform: 'payments', source };
    ctx.setNow('2026-11-22T12:10:00.000Z');
    expect(await tick(ctx)).toEqual([]);
    await runSource(ctx, about);
    expect(await tick(ctx)).toHaveLength(1);
    await setSourceState(ctx, { ...about, state: 'paused' });
    await expect(runSource(ctx, about)).rejects.toMatchObject({ code: 'CONFLICT' });
    ctx.setNow('2026-11-22T14:00:00.000Z');
    expect(await tick(ctx)).toHaveLength(1);
  });
});
