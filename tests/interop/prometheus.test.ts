import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { rescorePlatform } from '#server/assessments/rescore-platform.ts';
import { checkSource } from '#server/collection/check-source.ts';
import { listSourceRuns } from '#server/collection/list-source-runs.ts';
import { readMetric } from '#server/evidence/read-metric.ts';
import { loadRecipes } from '#server/sources/load-recipes.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { addSource, collect, storedValues } from '#tests/support/build-source.ts';
import { makeScratchFolder } from '#tests/support/scratch-folder.ts';
import { type Exporter, startExporter } from '#tests/support/start-exporter.ts';
import { type RealPrometheus, startPrometheus, untilScraped } from '#tests/support/start-prometheus.ts';
import { type TestContext, testContext } from '#tests/support/test-context.ts';

const STEP = 300_000;
const platform = 'payments';

let exporter: Exporter;
let prometheus: RealPrometheus;

beforeAll(async () => {
  exporter = await startExporter();
  prometheus = await startPrometheus([exporter.target]);
  await untilScraped(prometheus, 'platform_requests_total');
}, 60_000);
afterAll(async () => {
  await prometheus.stop();
  await exporter.stop();
});

/** A platform, at the next instant of which Prometheus can tell: a value counts for five minutes there. */
async function start(): Promise<TestContext> {
  const { db, close } = await openDatabase(`file:${join(makeScratchFolder('plumbline-interop-'), 'plumbline.db')}`);
  await migrate(db);
  onTestFinished(close);
  await insertPlatformWithCapabilities(db);
  const next = Math.ceil(Date.now() / STEP) * STEP;
  // so far away that what is known now would have run out by then
  const early = next - Date.now() - (STEP - 6_000);
  if (early > 0) await new Promise((wait) => setTimeout(wait, early));
  return testContext(db, undefined, new Date(next + 61_000).toISOString());
}

const share = {
  name: 'Requests served by themselves',
  query:
    'sum by (capability, squad) (platform_requests_total{human="no"}) / sum by (capability, squad) (platform_requests_total)',
  metric: 'self-service-rate',
  capabilityLabel: 'capability',
  teamLabel: 'squad',
  step: '5m',
};

test('values of a real Prometheus arrive, each with its source, query and run', async () => {
  const ctx = await start();
  const id = await addSource(ctx, { url: prometheus.url, queries: [share], name: 'Our Prometheus' });
  // of data: checkout 30 of 40, ledger 9 of 10; of build-test: checkout 1 of 2
  const outcome = await collect(ctx, id);
  expect(outcome).toMatchObject({ asked: 1, failed: 0, accepted: 3, rejected: 0 });
  expect(await storedValues(ctx)).toMatchObject([
    { metric: 'self-service-rate', capability: 'build-test', team: 'checkout', value: 0.5 },
    { metric: 'self-service-rate', capability: 'data', team: 'checkout', value: 0.75 },
    { metric: 'self-service-rate', capability: 'data', team: 'ledger', value: 0.9 },
  ]);
  await rescorePlatform(ctx, platform);
  const metric = await readMetric(ctx, { platform, metric: 'self-service-rate' });
  expect(metric.series.map(({ source, origin }) => [source, origin])).toEqual(
    Array(3).fill(['prometheus', 'Our Prometheus · Requests served by themselves']),
  );
  expect(metric.runs).toMatchObject([{ query: share.query, accepted: 3 }]);
  expect(await collect(ctx, id)).toMatchObject({ asked: 0 });
});

test('a check shows what would come in', async () => {
  const ctx = await start();
  ctx.setNow(new Date().toISOString());
  const settings = { address: prometheus.url, queries: [share] };
  const { parts } = await checkSource(ctx, { platform, kind: 'prometheus', settings, allowed: ['127.0.0.1'] });
  expect(parts).toMatchObject([{ taken: 3, refused: 0, problem: null }]);
  expect(parts[0]?.values).toContainEqual({ capability: 'data', team: 'ledger', labels: {}, value: 0.9 });
});

test('what Prometheus itself says is understood: nonsense, 0/0, nothing, and more than a thousand series', async () => {
  const ctx = await start();
  const about = { capability: 'data', step: '5m' };
  const id = await addSource(ctx, {
    url: prometheus.url,
    queries: [
      { ...about, name: 'Nonsense', query: 'sum by (', metric: 'team-adoption' },
      { ...about, name: 'Nothing by nothing', query: 'vector(0) / vector(0)', metric: 'team-retention' },
      { ...about, name: 'Nothing', query: 'no_such_metric', metric: 'bypass' },
      { ...about, name: 'Everything', query: 'platform_crowd', metric: 'template-drift', labels: ['n'] },
    ],
  });
  await collect(ctx, id);
  const [run] = await listSourceRuns(ctx, { platform, source: id });
  const problems = Object.fromEntries(run?.queries.map(({ name, problem }) => [name, problem]) ?? []);
  expect(problems.Nonsense).toMatch(/^The server does not understand this query: .*parse error/);
  expect(problems['Nothing by nothing']).toBe('value: NaN is not a number.');
  expect(problems.Nothing).toBeNull();
  expect(problems.Everything).toMatch(/^More than 1000 series answer this query/);
  expect(await storedValues(ctx)).toEqual([]);
});

test('a Prometheus that has gone is told in words and leaves nothing half', async () => {
  const ctx = await start();
  const own = await startPrometheus([exporter.target]);
  await untilScraped(own, 'platform_requests_total');
  const id = await addSource(ctx, { url: own.url, queries: [share] });
  await own.stop();
  expect(await collect(ctx, id)).toMatchObject({ failed: 1, accepted: 0 });
  const [run] = await listSourceRuns(ctx, { platform, source: id });
  expect(run?.queries[0]?.problem).toBe('No connection came about, or it broke.');
  expect(await storedValues(ctx)).toEqual([]);
});

test('every ready query is one that Prometheus understands', () => {
  const rules = loadRecipes().map(({ id, query }) => ({ record: id.replaceAll('-', '_'), expr: query }));
  const file = join(makeScratchFolder('plumbline-rules-'), 'rules.yml');
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'recipes', rules }] }));
  const output = execFileSync(prometheus.promtool, ['check', 'rules', file]).toString();
  expect(output).toContain(`SUCCESS: ${rules.length} rules found`);
});
