import { expect, test } from 'vitest';
import { syncTrackers } from '#server/jobs/kinds/sync-trackers.ts';
import { NOTHING_SCHEDULED, scheduleJobs } from '#server/jobs/schedule-jobs.ts';
import { backlogContext, propose } from '#tests/support/build-backlog.ts';
import { addTracker, later, link } from '#tests/support/build-tracker.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { fakeGithub } from '#tests/support/fake-tracker-github.ts';
import type { TestContext } from '#tests/support/test-context.ts';

onBothDatabases('the job of trackers', (makeDb) => {
  const queued = async (ctx: TestContext) => {
    await scheduleJobs(ctx.db, ctx.now(), NOTHING_SCHEDULED);
    await scheduleJobs(ctx.db, ctx.now(), NOTHING_SCHEDULED);
    const jobs = await ctx.db.selectFrom('job').select('payload').where('kind', '=', 'sync-trackers').execute();
    return jobs.map(({ payload }) => JSON.parse(payload));
  };

  test('it is queued once when a tracker is due, runs beside other work, and is queued again when something waits', async () => {
    const ctx = await backlogContext(await makeDb());
    const github = await fakeGithub(ctx.now);
    expect(await queued(ctx)).toEqual([]);
    const trackerId = await addTracker(ctx, { url: github.url });
    const { id } = await propose(ctx);
    await link(ctx, trackerId, id);
    expect(await queued(ctx)).toEqual([{ trackerId }]);
    expect(syncTrackers.beside).toBe(true);
    const run = () =>
      syncTrackers.run(ctx.as({ kind: 'system', name: 'worker' }), { trackerId }, new AbortController().signal);
    await run();
    expect(github.issues).toHaveLength(1);
    later(ctx, 1);
    expect(await queued(ctx)).toHaveLength(1);
    await ctx.db.updateTable('improvement').set({ version: 2, title: 'Another title' }).where('id', '=', id).execute();
    expect(await queued(ctx)).toHaveLength(2);
    await run();
    expect(github.issue(1).title).toBe('Another title');
    await ctx.db.updateTable('tracker').set({ state: 'paused' }).execute();
    later(ctx, 60);
    expect(await queued(ctx)).toHaveLength(2);
    await run();
    expect(github.received.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });
});
