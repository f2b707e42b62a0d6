import { expect, test } from 'vitest';
import { checkReady } from '#server/health/check-ready.ts';
import { writeMetrics } from '#server/health/write-metrics.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
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

onBothDatabases('health', (makeDb) => {
  test('is ready when the database answers and nothing waits', async () => {
    await expect(checkReady(testContext(await makeDb()))).resolves.toEqual([]);
  });

  test('is not ready when background work is a quarter of an hour late', async () => {
    const db = await makeDb();
    await db
      .insertInto('job')
      .values(job(Date.parse(START) - 20 * 60_000))
      .execute();
    await expect(checkReady(testContext(db))).resolves.toEqual(['Background work is 20 minutes late.']);
  });

  test('is not ready when the database is gone, and says so without inner words', async () => {
    const db = await makeDb();
    await db.schema.dropTable('job').execute();
    await expect(checkReady(testContext(db))).resolves.toEqual(['The database does not answer.']);
  });

  test('is told to Prometheus line by line', async () => {
    const db = await makeDb();
    const platformId = await createTestPlatform(db);
    await db
      .insertInto('currentScorecard')
      .values({ platformId, asOf: '2026-11-22T11:00:00.000Z', scorecard: '{}', bundleSha256: '', error: null })
      .execute();
    await db
      .insertInto('job')
      .values(job(Date.parse(START) - 5_000))
      .execute();
    const text = await writeMetrics(testContext(db));
    expect(text).toContain('plumbline_scorecard_age_seconds{platform="payments"} 3600\n');
    expect(text).toContain('plumbline_jobs{state="ready"} 1\n');
    expect(text).toContain('plumbline_jobs_late_seconds 5\n');
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[^}]*\})? -?[\d.e+-]+)$/);
    }
  });
});
