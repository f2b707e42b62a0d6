import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { listDirtyDays } from '#db/queries/sample-days.ts';
import type { Database } from '#db/schema.ts';
import { foldDays } from '#server/evidence/fold-days.ts';
import { insertPlatformWithCapabilities, record } from '#tests/support/build-evidence.ts';
import { type MakeDatabase, onBothDatabases } from '#tests/support/databases.ts';
import { testContext, token } from '#tests/support/test-context.ts';

async function given(makeDb: MakeDatabase) {
  const db = await makeDb();
  await insertPlatformWithCapabilities(db);
  return testContext(db, token(['metrics:write']));
}

/** What is kept of a platform, whatever the numbers of its series and runs. */
async function keptOf(db: Kysely<Database>, platformId: string) {
  const own = db.selectFrom('series').where('platformId', '=', platformId).orderBy('metric').orderBy('team');
  return {
    days: await own
      .innerJoin('sampleDay', 'sampleDay.seriesId', 'series.id')
      .select(['metric', 'team', 'day', 'last', 'lastAtMs', 'sum', 'count', 'min', 'max', 'valueCounts'])
      .orderBy('day')
      .execute(),
    latest: await own
      .innerJoin('latestSample', 'latestSample.seriesId', 'series.id')
      .select(['metric', 'team', 'atMs', 'value', 'receivedAtMs'])
      .execute(),
  };
}

onBothDatabases('folding days', (makeDb) => {
  test('samples become day roll-ups and latest values, and the days are no longer marked', async () => {
    const ctx = await given(makeDb);
    const metric = 'fulfilment-latency';
    await record(ctx, [
      { metric, at: '2026-11-20T23:59:59.999Z', value: 60 },
      { metric, at: '2026-11-21T00:00:00Z', value: 90 },
      { metric, at: '2026-11-21T10:00:00Z', value: 30 },
    ]);
    await foldDays(ctx.db, 'payments');
    const days = await ctx.db.selectFrom('sampleDay').selectAll().orderBy('day').execute();
    expect(
      days.map(({ last, sum, count, min, max, valueCounts }) => [last, sum, count, min, max, valueCounts]),
    ).toEqual([
      [60, 60, 1, 60, 60, '[[60,1]]'],
      [30, 120, 2, 30, 90, '[[30,1],[90,1]]'],
    ]);
    const latest = await ctx.db.selectFrom('latestSample').select(['value', 'atMs']).execute();
    expect(latest).toEqual([{ value: 30, atMs: Date.parse('2026-11-21T10:00:00Z') }]);
    expect(await listDirtyDays(ctx.db, 'payments')).toEqual([]);
  });

  test('an older day that arrives late changes its own day and leaves the latest value', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [{ at: '2026-11-21T10:00:00Z', value: 0.9 }]);
    await foldDays(ctx.db, 'payments');
    await record(ctx, [{ at: '2026-11-10T10:00:00Z', value: 0.1 }]);
    await foldDays(ctx.db, 'payments');
    expect(await ctx.db.selectFrom('latestSample').select('value').execute()).toEqual([{ value: 0.9 }]);
    expect(await ctx.db.selectFrom('sampleDay').select('day').execute()).toHaveLength(2);
  });

  test('a correction of the newest value is the latest value', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [{ value: 0.9 }]);
    await foldDays(ctx.db, 'payments');
    await record(ctx, [{ value: 0.4 }]);
    await foldDays(ctx.db, 'payments');
    expect(await ctx.db.selectFrom('latestSample').select(['value', 'runId']).execute()).toEqual([
      { value: 0.4, runId: 2 },
    ]);
  });

  test('samples that arrive while a day is folded are never lost, however often both happen at once', async () => {
    const ctx = await given(makeDb);
    const writes = Array.from({ length: 12 }, (_, index) =>
      record(ctx, [{ team: `team-${index % 3}`, value: index / 20 }]),
    );
    const folds = Array.from({ length: 6 }, () => foldDays(ctx.db, 'payments'));
    await Promise.all([...writes, ...folds]);
    await foldDays(ctx.db, 'payments');
    const days = await ctx.db.selectFrom('sampleDay').select(['seriesId', 'last']).orderBy('seriesId').execute();
    const samples = await ctx.db
      .selectFrom('sample')
      .select(['seriesId', 'value as last'])
      .orderBy('seriesId')
      .execute();
    expect(days).toEqual(samples);
    expect(await listDirtyDays(ctx.db, 'payments')).toEqual([]);
  });

  test('nor are those of several platforms that are folded together, in whatever order', async () => {
    const ctx = await given(makeDb);
    await insertPlatformWithCapabilities(ctx.db, 'checkout');
    const both = ['payments', 'checkout'];
    const writes = Array.from({ length: 12 }, (_, index) =>
      record(ctx, [
        { platform: both[index % 2], team: `team-${index % 3}`, at: '2026-11-20T10:00:00Z', value: index / 20 },
        { platform: both[index % 2], team: `team-${index % 3}`, at: '2026-11-21T10:00:00Z', value: index / 40 },
      ]),
    );
    const folds = Array.from({ length: 6 }, (_, index) => foldDays(ctx.db, ...(index % 2 ? both : both.toReversed())));
    await Promise.all([...writes, ...folds]);
    await foldDays(ctx.db, ...both);
    const ordered = (table: 'sample' | 'sampleDay') =>
      ctx.db
        .selectFrom(table)
        .select('seriesId')
        .orderBy('seriesId')
        .orderBy(table === 'sample' ? 'atMs' : 'day');
    const days = await ordered('sampleDay').select('last').execute();
    expect(days).toHaveLength(12);
    expect(days).toEqual(await ordered('sample').select('value as last').execute());
    for (const id of both) expect(await listDirtyDays(ctx.db, id)).toEqual([]);
  });

  test('several platforms at once are folded as each is alone', async () => {
    const ctx = await given(makeDb);
    const ids = ['alone', 'first', 'second'];
    for (const id of ids) {
      await insertPlatformWithCapabilities(ctx.db, id);
      // more series than one statement writes, of two days, and one of which every value is kept
      const teams = Array.from({ length: 270 }, (_, i) => ({ platform: id, team: `team-${i}`, value: i / 300 }));
      const latency = { platform: id, metric: 'fulfilment-latency', at: '2026-11-21T10:00:00Z' };
      await record(ctx, [
        ...teams.map((one) => ({ ...one, at: '2026-11-20T10:00:00Z' })),
        ...teams.slice(0, 20).map((one) => ({ ...one, at: '2026-11-21T10:00:00Z', value: one.value / 2 })),
        ...[90, 30].map((value, i) => ({ ...latency, at: `2026-11-21T1${i}:00:00Z`, value })),
      ]);
    }
    expect(await foldDays(ctx.db, 'alone')).toEqual(new Set(['alone']));
    expect(await foldDays(ctx.db, 'payments', 'second', 'first')).toEqual(new Set(['first', 'second']));
    expect(await foldDays(ctx.db, ...ids)).toEqual(new Set());
    const [alone, first, second] = await Promise.all(ids.map((id) => keptOf(ctx.db, id)));
    expect(alone?.days).toHaveLength(291);
    expect(alone?.latest).toHaveLength(271);
    const [atMs, half] = [Date.parse('2026-11-20T10:00:00Z'), { last: 0.5, sum: 0.5, count: 1, min: 0.5, max: 0.5 }];
    const ofDay = { team: 'team-150', day: Math.floor(atMs / 86_400_000), lastAtMs: atMs, ...half, valueCounts: null };
    expect(alone?.days).toContainEqual(expect.objectContaining(ofDay));
    expect(alone?.latest).toContainEqual(expect.objectContaining({ team: 'team-150', atMs, value: 0.5 }));
    expect(alone?.days).toContainEqual(expect.objectContaining({ count: 2, valueCounts: '[[30,1],[90,1]]' }));
    expect(first).toEqual(alone);
    expect(second).toEqual(alone);
    const packed = await ctx.db.selectFrom('packedDay').select(['platformId', 'day']).execute();
    expect(packed).toHaveLength(6);
  });

  test.each([
    [40, 'few instants'],
    [2_500, 'instants without number'],
  ])('a day with values of %i instants counts each once and those of nobody else: %s', async (instants) => {
    const ctx = await given(makeDb);
    await insertPlatformWithCapabilities(ctx.db, 'other');
    const midnight = Date.parse('2026-11-21T00:00:00Z');
    const times = Array.from({ length: instants }, (_, i) => new Date(midnight + i * 30_000).toISOString());
    // the series of both stand between each other's
    for (const team of ['checkout', 'search']) {
      for (const platform of ['payments', 'other']) {
        await record(
          ctx,
          times.map((at, i) => ({ platform, team, at, value: i / instants })),
        );
      }
    }
    await foldDays(ctx.db, 'payments');
    const { days } = await keptOf(ctx.db, 'payments');
    const sum = expect.closeTo((instants - 1) / 2, 6);
    const ofDay = { count: instants, sum, min: 0, max: (instants - 1) / instants };
    expect(days).toEqual(['checkout', 'search'].map((team) => expect.objectContaining({ team, ...ofDay })));
    expect((await keptOf(ctx.db, 'other')).days).toEqual([]);
  });

  test('a platform without news is left alone', async () => {
    const ctx = await given(makeDb);
    await foldDays(ctx.db, 'payments');
    await foldDays(ctx.db, 'no-such-platform');
    expect(await ctx.db.selectFrom('sampleDay').selectAll().execute()).toEqual([]);
  });
});
