import { expect, test } from 'vitest';
import { newestEpisode } from '#server/notices/kinds/source-failing.ts';
import { find, mailingContext, noticesContext, sendAll } from '#tests/support/build-notices.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { plainText } from '#tests/support/smtp-server.ts';
import type { TestContext } from '#tests/support/test-context.ts';

/** A source "Production" that fails at one metric from a time on. */
async function failing(ctx: TestContext, since: string): Promise<void> {
  await ctx.db
    .insertInto('source')
    .values({
      ...{ id: 's1', platformId: 'payments', kind: 'prometheus', name: 'Production', settings: '{}', secrets: null },
      ...{ allowed: '[]', intervalMinutes: 60, state: 'active', createdAt: since, deletedAt: null, nextRunAtMs: 0 },
      ...{ leaseUntilMs: null, lastRunAtMs: null, progress: '{}' },
    })
    .execute();
  await ctx.db
    .insertInto('sourceFailure')
    .values({
      ...{ sourceId: 's1', platformId: 'payments', metric: 'self-service-rate', capability: '', since },
      ...{ knownAt: since, endedAt: null, message: 'connect ECONNREFUSED 10.0.0.7' },
    })
    .execute();
}

const end = (ctx: TestContext, endedAt: string) => ctx.db.updateTable('sourceFailure').set({ endedAt }).execute();

onBothDatabases('the notice of a source that fails', (makeDb) => {
  test('reaches editors once for the time that it fails, and again when it works', async () => {
    const { ctx, smtp } = await mailingContext(await makeDb());
    await failing(ctx, '2026-11-22T10:00:00.000Z');
    await sendAll(ctx);
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await sendAll(ctx);
    expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual(['erin@example.org', 'otto@example.org']);
    expect(smtp.received[0]?.raw).not.toContain('10.0.0.7');
    await end(ctx, '2026-11-23T13:00:00.000Z');
    ctx.setNow('2026-11-23T14:00:00.000Z');
    await sendAll(ctx);
    expect(smtp.received).toHaveLength(4);
    expect(plainText(smtp.received[3]?.raw ?? '')).toContain('works again since');
  });

  test('nobody hears that works again what they never heard that it failed', async () => {
    const ctx = await noticesContext(await makeDb());
    await failing(ctx, '2026-11-22T10:00:00.000Z');
    await end(ctx, '2026-11-22T10:30:00.000Z');
    expect(await find(ctx, 'source-failing')).toMatchObject([{ to: [] }]);
  });

  test('a source that was deleted fails nobody', async () => {
    const ctx = await noticesContext(await makeDb());
    await failing(ctx, '2026-11-22T10:00:00.000Z');
    await ctx.db.updateTable('source').set({ deletedAt: '2026-11-22T11:00:00.000Z' }).execute();
    expect(await find(ctx, 'source-failing')).toEqual([]);
  });
});

test.each([
  [
    'of two queries that overlap',
    [
      ['10', '12'],
      ['11', null],
    ],
    ['10', null],
  ],
  [
    'with less than an hour between',
    [
      ['10', '11'],
      ['11:30', '12'],
    ],
    ['10', '12'],
  ],
  [
    'with an hour between',
    [
      ['10', '11'],
      ['12', null],
    ],
    ['12', null],
  ],
  [
    'of which the first outlasts the second',
    [
      ['10', '15'],
      ['11', '12'],
    ],
    ['10', '15'],
  ],
] as const)('failures %s are one episode', (_, rows, [since, endedAt]) => {
  const at = (time: string) => `2026-11-22T${time.padEnd(5, ':00')}:00.000Z`;
  const given = rows.map(([from, to]) => ({ since: at(from), endedAt: to === null ? null : at(to) }));
  expect(newestEpisode(given)).toEqual({ since: at(since), endedAt: endedAt === null ? null : at(endedAt) });
});
