import { expect, test } from 'vitest';
import { foldDays } from '#server/evidence/fold-days.ts';
import { listMetrics } from '#server/evidence/list-metrics.ts';
import { listRuns } from '#server/evidence/list-runs.ts';
import { readMetric } from '#server/evidence/read-metric.ts';
import { insertPlatformWithCapabilities, record } from '#tests/support/build-evidence.ts';
import { insertTestPlatform } from '#tests/support/build-platform-row.ts';
import { type MakeDatabase, onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext, token } from '#tests/support/test-context.ts';

async function given(makeDb: MakeDatabase) {
  const db = await makeDb();
  await insertPlatformWithCapabilities(db);
  const machine = testContext(db, token(['metrics:write']));
  await record(machine, [
    { value: 0.5, at: '2026-11-21T10:00:00Z' },
    { value: 0.6, at: '2026-11-22T10:00:00Z', team: 'checkout', capability: 'data' },
    { metric: 'team-adoption', value: 0.3, at: '2026-08-01T00:00:00Z' },
  ]);
  await foldDays(db, 'payments');
  return machine.as(person('viewer'));
}

onBothDatabases('the evidence place', (makeDb) => {
  test('lists every metric with its newest value, how fresh it is and what it feeds', async () => {
    const ctx = await given(makeDb);
    const { metrics, waiting } = await listMetrics(ctx, { platform: 'payments' });
    expect(waiting).toBe(false);
    const found = new Map(metrics.map((metric) => [metric.key, metric]));
    expect(found.get('self-service-rate')).toMatchObject({
      freshness: 'fresh',
      series: 2,
      newest: {
        value: 0.6,
        at: '2026-11-22T10:00:00.000Z',
        capability: 'data',
        source: 'metrics-api',
        origin: 'token 1',
      },
    });
    expect(found.get('self-service-rate')?.feeds.length).toBeGreaterThan(0);
    expect(found.get('team-adoption')).toMatchObject({ freshness: 'stale', series: 1 });
    expect(found.get('bypass')).toMatchObject({ freshness: 'never', series: 0, newest: null });
  });

  test('says that new values are on their way into the figures', async () => {
    const ctx = await given(makeDb);
    await record(ctx.as(token(['metrics:write'])), [{ value: 0.7 }]);
    expect((await listMetrics(ctx, { platform: 'payments' })).waiting).toBe(true);
  });

  test('shows one metric with its series, the days of the newest one and the deliveries behind them', async () => {
    const ctx = await given(makeDb);
    const metric = await readMetric(ctx, { platform: 'payments', metric: 'self-service-rate' });
    expect(metric.series.map(({ capability, team, value }) => [capability, team, value])).toEqual([
      ['data', 'checkout', 0.6],
      ['build-test', null, 0.5],
    ]);
    expect(metric.chosen).toBe(metric.series[0]?.id);
    expect(metric.days).toEqual([
      {
        day: '2026-11-22',
        last: 0.6,
        lastAt: '2026-11-22T10:00:00.000Z',
        receivedAt: '2026-11-22T12:00:00.000Z',
        count: 1,
        min: 0.6,
        max: 0.6,
        source: 'metrics-api',
        origin: 'token 1',
      },
    ]);
    expect(metric.runs).toMatchObject([{ source: 'metrics-api', accepted: 3, rejected: 0 }]);
    const other = await readMetric(ctx, {
      platform: 'payments',
      metric: 'self-service-rate',
      series: metric.series[1]?.id,
    });
    expect(other.days.map(({ day }) => day)).toEqual(['2026-11-21']);
  });

  test('lists deliveries, the newest first', async () => {
    const ctx = await given(makeDb);
    const runs = await listRuns(ctx, { platform: 'payments' });
    expect(runs).toMatchObject([{ source: 'metrics-api', origin: 'token 1', accepted: 3, rejected: 0, error: null }]);
  });

  test('an unknown metric is not found, and another platform’s series are nobody’s', async () => {
    const ctx = await given(makeDb);
    await expect(readMetric(ctx, { platform: 'payments', metric: 'no-such' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await insertTestPlatform(ctx.db, { id: 'search' });
    const [mine] = (await readMetric(ctx, { platform: 'payments', metric: 'self-service-rate' })).series;
    const theirs = await readMetric(ctx, { platform: 'search', metric: 'self-service-rate', series: mine?.id });
    expect(theirs).toMatchObject({ series: [], days: [], runs: [] });
  });

  test('nobody without a role sees anything', async () => {
    const ctx = (await given(makeDb)).as(person('viewer', { platformId: 'another' }));
    for (const read of [listMetrics, listRuns]) {
      await expect(read(ctx, { platform: 'payments' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const metric = readMetric(ctx, { platform: 'payments', metric: 'bypass' });
    await expect(metric).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
