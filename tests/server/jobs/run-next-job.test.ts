import { expect, test } from 'vitest';
import { insertJobs } from '#db/queries/jobs.ts';
import type { JobKind } from '#server/jobs/kinds/job-kind.ts';
import { runJob, runNextJob, takeJob } from '#server/jobs/run-next-job.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { listJobs } from '#tests/support/list-jobs.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const startMs = Date.parse(START);
const job = (key: string, runAtMs = startMs) => ({ kind: 'count', payload: '{"by":2}', dedupeKey: key, runAtMs });

onBothDatabases('the queue', (makeDb) => {
  test('a job is run once with its payload', async () => {
    const ctx = testContext(await makeDb());
    const seen: unknown[] = [];
    const kinds: JobKind[] = [{ kind: 'count', run: async (_, payload) => void seen.push(payload) }];
    await insertJobs(ctx.db, [job('a')]);
    await runNextJob(ctx, kinds);
    expect(await runNextJob(ctx, kinds)).toBeNull();
    expect(seen).toEqual([{ by: 2 }]);
    expect(await listJobs(ctx.db)).toMatchObject([{ state: 'done', attempts: 1, error: null }]);
  });

  test('a job that was queued under the same key is not queued again, even when it is done', async () => {
    const ctx = testContext(await makeDb());
    const kinds: JobKind[] = [{ kind: 'count', run: async () => {} }];
    await insertJobs(ctx.db, [job('a')]);
    await runNextJob(ctx, kinds);
    await insertJobs(ctx.db, [job('a'), job('b')]);
    expect((await listJobs(ctx.db)).map(({ dedupeKey }) => dedupeKey)).toEqual(['a', 'b']);
  });

  test('a job that was taken just as the service stops is not begun, and is due again', async () => {
    const ctx = testContext(await makeDb());
    await insertJobs(ctx.db, [job('a')]);
    const taken = await takeJob(ctx, { except: [] });
    if (taken === null) throw new Error('Nothing was due.');
    const kinds: JobKind[] = [{ kind: 'count', run: () => Promise.reject(new Error('It was begun.')) }];
    await runJob({ ctx, kinds, signal: AbortSignal.abort(new Error('Plumbline stops.')) }, taken);
    expect(await listJobs(ctx.db)).toMatchObject([{ state: 'ready', error: 'Plumbline stops.', runAtMs: startMs }]);
  });

  test('a job waits for its time', async () => {
    const ctx = testContext(await makeDb());
    await insertJobs(ctx.db, [job('later', startMs + 1)]);
    expect(await runNextJob(ctx, [])).toBeNull();
  });

  test('a failed job keeps its reason, is tried ever later and at last given up', async () => {
    const ctx = testContext(await makeDb());
    const kinds: JobKind[] = [
      {
        kind: 'count',
        run: async () => {
          throw new Error('the disk is full');
        },
      },
    ];
    await insertJobs(ctx.db, [job('a')]);
    // 15 s, then four times as long each time: 15, 60, 240, 960, 3840; the sixth failure is the last
    let nowMs = startMs;
    for (const seconds of [15, 60, 240, 960, 3840]) {
      await runNextJob(ctx, kinds);
      expect(await listJobs(ctx.db)).toMatchObject([{ state: 'ready', runAtMs: nowMs + seconds * 1000 }]);
      expect(await runNextJob(ctx, kinds)).toBeNull();
      nowMs += seconds * 1000;
      ctx.setNow(new Date(nowMs).toISOString());
    }
    await runNextJob(ctx, kinds);
    expect(await listJobs(ctx.db)).toMatchObject([{ state: 'failed', attempts: 6, error: 'the disk is full' }]);
  });

  test('a job whose worker died is taken over when its lease has ended', async () => {
    const ctx = testContext(await makeDb());
    await insertJobs(ctx.db, [job('a')]);
    await ctx.db
      .updateTable('job')
      .set({ state: 'running', leaseUntilMs: startMs + 1000, attempts: 1 })
      .execute();
    expect(await runNextJob(ctx, [])).toBeNull();
    ctx.setNow(new Date(startMs + 1000).toISOString());
    const kinds: JobKind[] = [{ kind: 'count', run: async () => {} }];
    expect(await runNextJob(ctx, kinds)).toMatchObject({ error: null, job: { attempts: 2 } });
  });

  test('a job of a newer version fails with its name', async () => {
    const ctx = testContext(await makeDb());
    await insertJobs(ctx.db, [job('a')]);
    await runNextJob(ctx, []);
    expect(await listJobs(ctx.db)).toMatchObject([{ error: 'This version knows no job "count".' }]);
  });

  test('several workers at once never run one job twice', async () => {
    const ctx = testContext(await makeDb());
    const runs: unknown[] = [];
    const kinds: JobKind[] = [{ kind: 'count', run: async (_, payload) => void runs.push(payload) }];
    await insertJobs(
      ctx.db,
      Array.from({ length: 30 }, (_, n) => ({ ...job(`job-${n}`), payload: JSON.stringify(n) })),
    );
    const worker = async () => {
      while ((await listJobs(ctx.db)).some(({ state }) => state === 'ready')) await runNextJob(ctx, kinds);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect(runs.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });
});
