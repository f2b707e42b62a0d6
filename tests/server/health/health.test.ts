import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import type { Database } from '#db/schema.ts';
import { checkReady } from '#server/health/check-ready.ts';
import { makeMeter } from '#server/health/meter.ts';
import { writeMetrics } from '#server/health/write-metrics.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { makePostgres, onBothDatabases } from '#tests/support/databases.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const job = (runAtMs: number) => ({
  kind: 'rescore',
  payload: '{}',
  dedupeKey: null,
  state: 'ready' as const,
  runAtMs,
  leaseUntilMs: null,
  attempts: 0,
  error: null,
});

/** A process with this database that lacks nothing, unless said otherwise. */
function processWith(db: Kysely<Database>, { dataDir = tmpdir(), working = true } = {}) {
  const tasks = {
    ask: () => expect.unreachable(),
    state: () => ({ threads: 1, running: 1, waiting: 2 }),
    stop: async () => {},
  };
  return { ...testContext(db), env: { dataDir }, isWorking: () => working, meter: makeMeter(), tasks };
}

const scorecard = (platformId: string, asOf: string) => ({
  platformId,
  asOf,
  scorecard: '{}',
  bundleSha256: '',
  error: null,
});

onBothDatabases('health', (makeDb) => {
  test('is ready when the database answers and nothing waits', async () => {
    await expect(checkReady(processWith(await makeDb()))).resolves.toEqual([]);
  });

  test('is not ready when background work is a quarter of an hour late', async () => {
    const db = await makeDb();
    await db
      .insertInto('job')
      .values(job(Date.parse(START) - 20 * 60_000))
      .execute();
    await expect(checkReady(processWith(db))).resolves.toEqual(['Background work is 20 minutes late.']);
  });

  test('is not ready when scores are old, though nothing waits', async () => {
    const db = await makeDb();
    await db
      .insertInto('currentScorecard')
      .values([
        scorecard(await createTestPlatform(db), '2026-11-22T08:59:00.000Z'),
        scorecard(await createTestPlatform(db, 'other'), '2026-11-22T11:00:00.000Z'),
      ])
      .execute();
    await expect(checkReady(processWith(db))).resolves.toEqual([
      'The scores of 1 of 2 platforms are more than three hours old.',
    ]);
  });

  test('is not ready when its thread has ended, or its folder is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-health-'));
    rmSync(folder, { recursive: true });
    await expect(checkReady(processWith(await makeDb(), { dataDir: folder, working: false }))).resolves.toEqual([
      'The thread that scores and collects is not running; it is started again.',
      'The data folder cannot be written.',
    ]);
  });

  test('is not ready when a newer version has changed the database', async () => {
    const db = await makeDb();
    await db.insertInto('migration').values({ name: '9999-what-comes', appliedAt: START }).execute();
    await expect(checkReady(processWith(db))).resolves.toEqual([
      'A newer version of Plumbline has changed the database: start that one.',
    ]);
  });

  test('is not ready when the database is gone, and says so without inner words', async () => {
    const db = await makeDb();
    await db.schema.dropTable('job').execute();
    await expect(checkReady(processWith(db))).resolves.toEqual(['The database does not answer.']);
  });

  test('is told to Prometheus line by line', async () => {
    const db = await makeDb();
    const platformId = await createTestPlatform(db);
    await db.insertInto('currentScorecard').values(scorecard(platformId, '2026-11-22T11:00:00.000Z')).execute();
    await db
      .insertInto('job')
      .values(job(Date.parse(START) - 5_000))
      .execute();
    const run = { origin: 'ci', finishedAtMs: null, error: null, sourceId: null };
    await db
      .insertInto('sourceRun')
      .values([
        {
          ...run,
          platformId,
          source: 'metrics-api',
          startedAtMs: Date.parse(START) - 60_000,
          accepted: 7,
          rejected: 2,
        },
        {
          ...run,
          platformId: null,
          source: 'metrics-api',
          startedAtMs: Date.parse(START) - 60_000,
          accepted: 0,
          rejected: 1,
        },
        {
          ...run,
          platformId,
          source: 'metrics-api',
          startedAtMs: Date.parse(START) - 7_200_000,
          accepted: 9,
          rejected: 0,
        },
      ])
      .execute();
    const measured = processWith(db);
    measured.meter.request('page', 200, 0.03);
    measured.meter.request('page', 404, 3);
    measured.meter.scored(0.7);
    const text = await writeMetrics(measured);
    for (const line of [
      'plumbline_scorecard_age_seconds{platform="payments"} 3600',
      'plumbline_jobs{kind="rescore",state="ready"} 1',
      'plumbline_jobs_late_seconds 5',
      'plumbline_http_requests_total{route="page",status="2xx"} 1',
      'plumbline_http_requests_total{route="page",status="4xx"} 1',
      'plumbline_http_request_duration_seconds_bucket{route="page",le="0.025"} 0',
      'plumbline_http_request_duration_seconds_bucket{route="page",le="0.05"} 1',
      'plumbline_http_request_duration_seconds_bucket{route="page",le="+Inf"} 2',
      'plumbline_http_request_duration_seconds_sum{route="page"} 3.03',
      'plumbline_http_request_duration_seconds_count{route="page"} 2',
      'plumbline_scoring_duration_seconds_bucket{le="1"} 1',
      'plumbline_tasks{state="waiting"} 2',
      'plumbline_samples_last_hour{source="metrics-api",outcome="accepted"} 7',
      'plumbline_samples_last_hour{source="metrics-api",outcome="rejected"} 3',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    expect(Number(/^plumbline_database_bytes (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(100_000);
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[^}]*\})? -?[\d.e+-]+)$/);
    }
  });
});

test('a database that takes no changes is not ready: a standby of PostgreSQL', async () => {
  const { url, remove } = await makePostgres();
  onTestFinished(remove);
  const standby = await openDatabase(url, { readOnly: true });
  onTestFinished(standby.close);
  await expect(checkReady(processWith(standby.db))).resolves.toEqual([
    'The database takes no changes: it is read-only.',
  ]);
});
