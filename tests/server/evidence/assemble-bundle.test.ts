import { expect, test } from 'vitest';
import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { limiterTests } from '#server/evidence/add-old-windows.ts';
import { assembleBundle } from '#server/evidence/assemble-bundle.ts';
import { foldDays } from '#server/evidence/fold-days.ts';
import { rubricOf } from '#server/rubrics/rubric-of.ts';
import { insertPlatformWithCapabilities, record } from '#tests/support/build-evidence.ts';
import { type MakeDatabase, makePostgres, makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { type TestContext, testContext, token } from '#tests/support/test-context.ts';

async function given(makeDb: MakeDatabase) {
  const db = await makeDb();
  await insertPlatformWithCapabilities(db);
  return testContext(db, token(['metrics:write']));
}
async function bundleAt(ctx: TestContext, asOf: string = ctx.now().toISOString()) {
  const platform = await findPlatform(ctx, 'payments');
  return assembleBundle(ctx.db, { platform, rubric: rubricOf(platform), asOf: new Date(asOf) });
}
const valuesOf = (bundle: Awaited<ReturnType<typeof bundleAt>>) =>
  bundle.metrics.flatMap(({ metric, days }) => days.map(({ day, last, count }) => [metric, day, last, count]));

onBothDatabases('the bundle', (makeDb) => {
  test('holds settings and evidence in the words of the schema, and names no person', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [{ team: 'ann-smith-team', value: 0.5 }]);
    const bundle = await bundleAt(ctx);
    expect(bundleSchema.parse(bundle)).toEqual(bundle);
    expect(bundle.metrics).toEqual([
      {
        metric: 'self-service-rate',
        capability: 'build-test',
        labels: {},
        source: 'metrics-api',
        days: [
          { day: '2026-11-22', last: 0.5, lastAt: '2026-11-22T11:00:00.000Z', sum: 0.5, count: 1, min: 0.5, max: 0.5 },
        ],
      },
    ]);
    expect(JSON.stringify(bundle)).not.toMatch(/ann-smith|token 1/);
  });

  test('is the same before and after the days were folded', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [
      { metric: 'fulfilment-latency', value: 1_234.5 },
      { metric: 'fulfilment-latency', value: 0.1, at: '2026-11-22T10:00:00Z' },
      { metric: 'fulfilment-latency', value: 0.2, at: '2026-11-22T09:00:00Z', team: 'a' },
      { metric: 'channel-share', value: 0.3, labels: { channel: 'api', extra: 'x' } },
      { metric: 'channel-share', value: 0.1, labels: { channel: 'portal' } },
    ]);
    const before = await bundleAt(ctx);
    await foldDays(ctx.db, 'payments');
    expect(await bundleAt(ctx)).toEqual(before);
    expect(before.metrics.map(({ labels }) => labels)).toContainEqual({ channel: 'api' });
  });

  test('of a past instant does not change when late data arrives, is corrected or folded', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [
      { value: 0.5, at: '2026-11-20T10:00:00Z' },
      { value: 0.6, at: '2026-11-22T11:00:00Z' },
    ]);
    await foldDays(ctx.db, 'payments');
    const then = ctx.now().toISOString();
    const known = await bundleAt(ctx, then);
    expect(valuesOf(known)).toEqual([
      ['self-service-rate', '2026-11-20', 0.5, 1],
      ['self-service-rate', '2026-11-22', 0.6, 1],
    ]);
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await record(ctx, [
      { value: 0.9, at: '2026-11-20T10:00:00Z' },
      { value: 0.1, at: '2026-11-20T11:00:00Z' },
      { value: 0.2, at: '2026-11-19T11:00:00Z', team: 'late' },
      { value: 0.3, at: '2026-11-23T11:00:00Z' },
    ]);
    expect(await bundleAt(ctx, then)).toEqual(known);
    await foldDays(ctx.db, 'payments');
    expect(await bundleAt(ctx, then)).toEqual(known);
    ctx.setNow('2026-11-24T12:00:00.000Z');
    await record(ctx, [{ value: 0.8, at: '2026-11-20T10:00:00Z' }]);
    expect(await bundleAt(ctx, then)).toEqual(known);
    expect(valuesOf(await bundleAt(ctx, '2026-11-23T13:00:00.000Z'))).toEqual([
      ['self-service-rate', '2026-11-19', 0.2, 1],
      // sum 0.9 + 0.1
      ['self-service-rate', '2026-11-20', 0.1, 2],
      ['self-service-rate', '2026-11-22', 0.6, 1],
      ['self-service-rate', '2026-11-23', 0.3, 1],
    ]);
  });

  test('leaves out what lies a few minutes ahead until its time has come', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [{ value: 0.5, at: '2026-11-22T12:03:00Z' }]);
    await foldDays(ctx.db, 'payments');
    expect(valuesOf(await bundleAt(ctx))).toEqual([]);
    expect(valuesOf(await bundleAt(ctx, '2026-11-22T12:03:00.000Z'))).toEqual([
      ['self-service-rate', '2026-11-22', 0.5, 1],
    ]);
  });

  test('holds 400 days, today included', async () => {
    const ctx = await given(makeDb);
    // 399 days before 2026-11-22 is 2025-10-19
    const roadmap = { metric: 'roadmap-age', capability: undefined, value: 3 };
    await record(ctx, [
      { ...roadmap, at: '2025-10-19T00:00:00Z' },
      { ...roadmap, at: '2025-10-18T23:59:59Z' },
    ]);
    expect(valuesOf(await bundleAt(ctx))).toEqual([['roadmap-age', '2025-10-19', 3, 1]]);
  });

  test('holds the newest decidable window of a limiter, however old', async () => {
    const ctx = await given(makeDb);
    const [limiter] = limiterTests(rubricOf(await findPlatform(ctx, 'payments')));
    expect(limiter?.windowSeconds).toBe(90 * 86_400);
    const metric = limiter?.metric ?? '';
    // 90 days up to 2025-06-01 reach back to 2025-03-04
    await record(ctx, [
      { metric, at: '2025-03-03T00:00:00Z', value: 0.1 },
      { metric, at: '2025-03-04T00:00:00Z', value: 0.2 },
      { metric, at: '2025-06-01T00:00:00Z', value: 0.3 },
    ]);
    const expected = [
      [metric, '2025-03-04', 0.2, 1],
      [metric, '2025-06-01', 0.3, 1],
    ];
    expect(valuesOf(await bundleAt(ctx))).toEqual(expected);
    await foldDays(ctx.db, 'payments');
    expect(valuesOf(await bundleAt(ctx))).toEqual(expected);
    await record(ctx, [{ metric, at: '2026-11-01T00:00:00Z', value: 0.4 }]);
    expect(valuesOf(await bundleAt(ctx))).toEqual([[metric, '2026-11-01', 0.4, 1]]);
  });

  test('leaves out an archived capability with all its evidence', async () => {
    const ctx = await given(makeDb);
    await record(ctx, [{ value: 0.5 }, { value: 0.6, capability: 'data' }]);
    await ctx.db.updateTable('capability').set({ state: 'archived' }).where('key', '=', 'data').execute();
    const bundle = await bundleAt(ctx);
    expect(bundle.metrics.map(({ capability }) => capability)).toEqual(['build-test']);
    expect(bundle.settings.capabilities.map(({ key }) => key)).not.toContain('data');
  });
});

test('the same evidence has the same hash on both databases', async () => {
  const hashes: string[] = [];
  for (const make of [makeSqlite, makePostgres]) {
    const made = await make();
    await insertPlatformWithCapabilities(made.db);
    const ctx = testContext(made.db, token(['metrics:write']));
    const values = Array.from({ length: 200 }, (_, index) => ({
      metric: index % 2 === 0 ? 'fulfilment-latency' : 'deployment-frequency',
      capability: ['build-test', 'data', 'messaging'][index % 3],
      team: `team-${index % 7}`,
      labels: { service: `s${index % 5}`, Ä: 'ö' } as Record<string, string>,
      at: new Date(Date.parse('2026-11-22T11:00:00Z') - index * 7_200_000).toISOString(),
      value: Math.sqrt(index) * 1.1,
    })).map(({ labels, ...rest }) => ({ ...rest, labels: { service: labels.service ?? '' } }));
    await record(ctx, values);
    // the order of arrival differs, and so do the ids of series and runs
    await record(ctx, make === makeSqlite ? [{ team: 'z' }, { team: 'a' }] : [{ team: 'a' }, { team: 'z' }]);
    if (make === makeSqlite) await foldDays(ctx.db, 'payments');
    hashes.push(loadBundle(await bundleAt(ctx)).sha256);
    await made.remove();
  }
  expect(hashes[0]).toBe(hashes[1]);
});
