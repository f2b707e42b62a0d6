import { pino } from 'pino';
import { expect, test } from 'vitest';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import { startWorker } from '#server/jobs/start-worker.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { makePostgres, makeSqlite } from '#tests/support/databases.ts';
import { longestStretch } from '#tests/support/longest-stretch.ts';

const silent = pino({ level: 'silent' });
const seconds: number[] = [];
const meter = { scored: (took: number) => void seconds.push(took) };
const rest = {
  meter,
  secret: 'a secret of tests, long enough to be one',
  publicUrl: 'http://127.0.0.1:3000',
  log: silent,
};
const NOW = new Date('2026-11-22T12:00:05.000Z');

test.each([
  ['SQLite', makeSqlite],
  ['PostgreSQL', makePostgres],
])(
  'the worker thread answers when the scorecard is stored, and the event loop goes on meanwhile: %s',
  async (_, make) => {
    const { db, url, remove } = await make();
    const ctx = scoringContext(db);
    await insertMeasuredPlatform(ctx);
    const worker = startWorker({ databaseUrl: url, ...rest });
    // three at once for one platform: all are answered
    const longestMs = await longestStretch(Promise.all([1, 2, 3].map(() => worker.rescore('payments', NOW))));
    const row = await findCurrentScorecard(db, 'payments');
    expect(row?.scorecard).not.toBeNull();
    expect(Date.parse(row?.asOf ?? '')).toBeGreaterThanOrEqual(NOW.getTime());
    // starting the thread and scoring take some hundred milliseconds, none of them here
    expect(longestMs).toBeLessThan(100);
    await worker.stop();
    await remove();
  },
);

test('stopping finishes what was asked for first', async () => {
  const { db, url, remove } = await makeSqlite();
  const ctx = scoringContext(db);
  await insertMeasuredPlatform(ctx);
  const worker = startWorker({ databaseUrl: url, ...rest });
  const asked = worker.rescore('payments', NOW);
  await worker.stop();
  await asked;
  expect((await findCurrentScorecard(db, 'payments'))?.scorecard).not.toBeNull();
  await remove();
});

test('a platform that cannot be scored is answered too, and the row says why', async () => {
  const { db, url, remove } = await makeSqlite();
  const ctx = scoringContext(db);
  await insertMeasuredPlatform(ctx);
  await db.updateTable('platform').set({ packVersion: '9.9.9' }).execute();
  const worker = startWorker({ databaseUrl: url, ...rest });
  await worker.rescore('payments', NOW);
  expect((await findCurrentScorecard(db, 'payments'))?.error).toContain('is not installed here');
  await worker.stop();
  await remove();
});
