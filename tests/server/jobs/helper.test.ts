import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { insertJobs } from '#db/queries/jobs.ts';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import { rescoreMany } from '#server/jobs/kinds/rescore-many.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { makePostgres, makeSqlite } from '#tests/support/databases.ts';
import { listJobs } from '#tests/support/list-jobs.ts';

test.each([
  ['SQLite', makeSqlite],
  ['PostgreSQL', makePostgres],
])('the helping thread does what there is much of, nothing else, and then ends: %s', async (_, make) => {
  const { db, url, remove } = await make();
  await insertMeasuredPlatform(scoringContext(db));
  const payload = JSON.stringify({ platformIds: ['payments'] });
  const due = (kind: string, dedupeKey: string) => ({ kind, payload, dedupeKey, runAtMs: 0 });
  await insertJobs(db, [due('purge-expired', 'other'), due(rescoreMany.kind, 'one'), due(rescoreMany.kind, 'two')]);
  const rest = { logLevel: 'silent', secret: 'a secret of tests', publicUrl: 'http://127.0.0.1:3000' };
  const workerData = { databaseUrl: url, ...rest };
  const helper = new Worker(new URL('../../../server/jobs/helper.ts', import.meta.url), { workerData });
  expect(await once(helper, 'exit')).toEqual([0]);
  const states = Object.fromEntries((await listJobs(db)).map(({ dedupeKey, state }) => [dedupeKey, state]));
  expect(states).toEqual({ other: 'ready', one: 'done', two: 'done' });
  expect((await findCurrentScorecard(db, 'payments'))?.scorecard).not.toBeNull();
  await remove();
});
