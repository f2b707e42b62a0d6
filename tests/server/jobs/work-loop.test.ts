import { expect, test } from 'vitest';
import { insertJobs } from '#db/queries/jobs.ts';
import type { JobKind } from '#server/jobs/kinds/job-kind.ts';
import { startWorkLoop } from '#server/jobs/work-loop.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { listJobs } from '#tests/support/list-jobs.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const job = (kind: string, key: string) => ({ kind, payload: '{}', dedupeKey: key, runAtMs: Date.parse(START) });

onBothDatabases('the work loop', (makeDb) => {
  async function start(kinds: JobKind[], jobs: [kind: string, key: string][]) {
    const ctx = testContext(await makeDb());
    await insertJobs(
      ctx.db,
      jobs.map(([kind, key]) => job(kind, key)),
    );
    const failures: unknown[] = [];
    const loop = startWorkLoop({
      ctx,
      kinds,
      rescore: async () => {},
      answer: () => {},
      failed: (error) => void failures.push(error),
    });
    const stateOf = async (key: string) => (await listJobs(ctx.db)).find(({ dedupeKey }) => dedupeKey === key)?.state;
    return { loop, failures, stateOf };
  }

  test('what waits for others holds nobody up, and only a few of it run at once', async () => {
    const release = Promise.withResolvers<void>();
    let waiting = 0;
    const kinds: JobKind[] = [
      { kind: 'count', run: async () => {} },
      {
        kind: 'collect',
        beside: true,
        run: async () => {
          waiting += 1;
          await release.promise;
        },
      },
    ];
    const collecting = Array.from({ length: 6 }, (_, n): [string, string] => ['collect', `collect-${n}`]);
    const { loop, stateOf } = await start(kinds, [...collecting, ['count', 'count']]);
    await expect.poll(() => stateOf('count'), { timeout: 10_000 }).toBe('done');
    await expect.poll(() => waiting).toBe(4);
    expect(await stateOf('collect-0')).toBe('running');
    release.resolve();
    await expect.poll(() => stateOf('collect-5'), { timeout: 10_000 }).toBe('done');
    await loop.stop();
  });

  test('stopping ends what waits for others, and it is due again at the next start', async () => {
    const kinds: JobKind[] = [
      {
        kind: 'collect',
        beside: true,
        run: (_, __, signal) =>
          new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('Plumbline stopped.')))),
      },
    ];
    const { loop, failures, stateOf } = await start(kinds, [['collect', 'collect']]);
    await expect.poll(() => stateOf('collect'), { timeout: 10_000 }).toBe('running');
    await loop.stop();
    expect(await stateOf('collect')).toBe('ready');
    expect(failures.map(String).join()).not.toContain('Plumbline stopped.');
  });
});
