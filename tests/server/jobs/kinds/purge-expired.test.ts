import { expect, test } from 'vitest';
import { purgeExpired } from '#server/jobs/kinds/purge-expired.ts';
import { noticesContext } from '#tests/support/build-notices.ts';
import { insertTestPerson } from '#tests/support/build-people.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const DAY_MS = 86_400_000;
const startMs = Date.parse(START);

onBothDatabases('the purge', (makeDb) => {
  test('idempotency keys last 24 hours, done jobs two days, failed ones thirty', async () => {
    const ctx = testContext(await makeDb());
    const key = (name: string, age: number) => ({
      key: name,
      requestHash: '',
      response: '',
      createdAtMs: startMs - age,
    });
    await ctx.db
      .insertInto('idempotency')
      .values([key('old', DAY_MS + 1), key('young', DAY_MS)])
      .execute();
    const job = (dedupeKey: string, state: 'done' | 'failed' | 'ready', days: number) => ({
      ...{ kind: 'x', payload: '{}', dedupeKey, state, runAtMs: startMs - days * DAY_MS - 1 },
      ...{ leaseUntilMs: null, attempts: 1, error: null },
    });
    const jobs = [
      job('done', 'done', 2),
      job('fresh', 'done', 1),
      job('failed', 'failed', 29),
      job('late', 'ready', 99),
    ];
    await ctx.db
      .insertInto('job')
      .values([...jobs, job('forgotten', 'failed', 30)])
      .execute();
    await purgeExpired.run(ctx, {}, new AbortController().signal);
    const keys = await ctx.db.selectFrom('idempotency').select('key').execute();
    expect(keys).toEqual([{ key: 'young' }]);
    const left = await ctx.db.selectFrom('job').select('dedupeKey').orderBy('id').execute();
    expect(left.map(({ dedupeKey }) => dedupeKey)).toEqual(['fresh', 'failed', 'late']);
  });

  test('what was told is remembered for half a year, and what waits as long as it waits', async () => {
    const ctx = await noticesContext(await makeDb());
    const of = { channel: 'email', kind: 'report-review', userId: 'otto', platformId: 'payments' };
    const delivery = (id: string, days: number, settledAtMs: number | null) => ({
      ...{ ...of, id, state: settledAtMs === null ? ('ready' as const) : ('sent' as const), runAtMs: 0, attempts: 1 },
      ...{ leaseUntilMs: null, error: null, queuedAtMs: startMs - days * DAY_MS - 1, settledAtMs },
    });
    await ctx.db
      .insertInto('delivery')
      .values([delivery('old', 180, 1), delivery('young', 179, 1), delivery('waits', 180, null)])
      .execute();
    await ctx.db
      .insertInto('notice')
      .values(['old', 'young'].map((deliveryId) => ({ ...of, deliveryId, subject: deliveryId, occasion: 'frozen' })))
      .execute();
    await purgeExpired.run(ctx, {}, new AbortController().signal);
    const left = await ctx.db.selectFrom('delivery').select('id').orderBy('id').execute();
    expect(left.map(({ id }) => id)).toEqual(['waits', 'young']);
    expect(await ctx.db.selectFrom('notice').select('subject').execute()).toEqual([{ subject: 'young' }]);
  });

  test('runs of sources that brought nothing are gone after ninety days, runs behind values never', async () => {
    const ctx = testContext(await makeDb());
    const old = startMs - 90 * DAY_MS - 1;
    const run = (origin: string, given: object = {}) => ({
      ...{ platformId: null, source: 'prometheus', sourceId: 'one', origin, query: 'up', startedAtMs: old },
      ...{ finishedAtMs: old, accepted: 0, rejected: 0, error: null, ...given },
    });
    await ctx.db
      .insertInto('sourceRun')
      .values([
        run('empty'),
        run('values', { accepted: 1 }),
        run('cut short', { finishedAtMs: null }),
        run('young', { startedAtMs: old + 1 }),
        run('pushed', { sourceId: null }),
      ])
      .execute();
    await purgeExpired.run(ctx, {}, new AbortController().signal);
    const left = await ctx.db.selectFrom('sourceRun').select('origin').orderBy('id').execute();
    expect(left.map(({ origin }) => origin)).toEqual(['values', 'cut short', 'young', 'pushed']);
  });

  test('sessions that have ended are gone', async () => {
    const ctx = testContext(await makeDb());
    const times = { createdAt: START, updatedAt: START };
    const user = { id: 'u', name: 'Kim', email: 'kim@example.org', emailVerified: 1, image: null, deactivatedAt: null };
    await ctx.db
      .insertInto('user')
      .values({ ...user, ...times })
      .execute();
    const session = (id: string, expiresAt: string) => ({
      ...{ id, userId: 'u', token: id, expiresAt, ipAddress: null, userAgent: null },
      ...times,
    });
    await ctx.db
      .insertInto('session')
      .values([session('ended', START), session('open', '2026-11-22T12:00:00.001Z')])
      .execute();
    await purgeExpired.run(ctx, {}, new AbortController().signal);
    expect(await ctx.db.selectFrom('session').select('id').execute()).toEqual([{ id: 'open' }]);
  });

  test('links to set a password are gone thirty days after they expired', async () => {
    const ctx = testContext(await makeDb());
    const { id: userId } = await insertTestPerson(ctx.db, { name: 'Kim' });
    const link = (id: string, expiresAt: string, spentAt: string | null = null) => ({
      ...{ id, userId, tokenHash: id, createdAt: START, expiresAt, spentAt },
    });
    const links = [link('old', '2026-10-23T12:00:00.000Z'), link('spent', '2026-10-01T12:00:00.000Z', START)];
    await ctx.db
      .insertInto('passwordLink')
      .values([...links, link('young', '2026-10-23T12:00:00.001Z')])
      .execute();
    await purgeExpired.run(ctx, {}, new AbortController().signal);
    expect(await ctx.db.selectFrom('passwordLink').select('id').execute()).toEqual([{ id: 'young' }]);
  });
});
