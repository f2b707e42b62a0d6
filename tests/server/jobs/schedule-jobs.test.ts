import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { NOTHING_SCHEDULED, scheduleJobs } from '#server/jobs/schedule-jobs.ts';
import { insertTestPlatform } from '#tests/support/build-platform-row.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { listJobs } from '#tests/support/list-jobs.ts';

const at = (time: string) => new Date(`2026-11-22T${time}.000Z`);
const keys = async (db: Kysely<Database>) => (await listJobs(db)).map(({ dedupeKey }) => dedupeKey);
const hour = at('12:00:00').getTime() / 3_600_000;
const minute = at('12:00:00').getTime() / 60_000;

onBothDatabases('the schedule', (makeDb) => {
  test('every platform is scored at every hour, surveys are closed each minute', async () => {
    const db = await makeDb();
    await insertTestPlatform(db, { id: 'p1' });
    const last = await scheduleJobs(db, at('12:00:01'), NOTHING_SCHEDULED);
    await scheduleJobs(db, at('12:00:59'), last);
    expect(await keys(db)).toEqual([
      `close-surveys:minute-${minute}`,
      `queue-notices:quarter-${minute / 15}`,
      `send-notices:minute-${minute}`,
      `send-survey-mail:minute-${minute}`,
      `count-participation:day-${Math.floor(hour / 24)}`,
      `purge-expired:hour-${hour}`,
      `rescore:p1:hour-${hour}`,
    ]);
    await scheduleJobs(db, at('13:00:00'), last);
    expect(await keys(db)).toContain(`rescore:p1:hour-${hour + 1}`);
  });

  test('two replicas that tick at once queue everything once', async () => {
    const db = await makeDb();
    await insertTestPlatform(db, { id: 'p1' });
    await Promise.all([1, 2, 3].map(() => scheduleJobs(db, at('12:00:01'), NOTHING_SCHEDULED)));
    expect(await keys(db)).toHaveLength(7);
  });

  test('new samples have a platform scored at most once a minute', async () => {
    const db = await makeDb();
    await insertTestPlatform(db, { id: 'p1' });
    await insertTestPlatform(db, { id: 'p2' });
    const last = { minute: minute + 5, hour };
    await db.insertInto('dirtyDay').values({ day: 20779, platformId: 'p1', sinceMs: 0, version: 1 }).execute();
    await scheduleJobs(db, at('12:05:10'), last);
    await scheduleJobs(db, at('12:05:20'), last);
    expect(await keys(db)).toEqual([`rescore:p1:minute-${minute + 5}`]);
  });

  test('a platform that was scored within the last minute waits', async () => {
    const db = await makeDb();
    await insertTestPlatform(db, { id: 'p1' });
    await db.insertInto('dirtyDay').values({ day: 20779, platformId: 'p1', sinceMs: 0, version: 1 }).execute();
    const row = { platformId: 'p1', scorecard: null, bundleSha256: null, error: null, failedAt: null };
    await db
      .insertInto('currentScorecard')
      .values({ ...row, asOf: at('12:05:00').toISOString() })
      .execute();
    await scheduleJobs(db, at('12:05:59'), { minute: minute + 5, hour });
    expect(await keys(db)).toEqual([]);
    await scheduleJobs(db, at('12:06:00'), { minute: minute + 6, hour });
    expect(await keys(db)).toEqual([`rescore:p1:minute-${minute + 6}`]);
  });

  test('many platforms are scored together, a hundred in one job', async () => {
    const db = await makeDb();
    const ids = Array.from({ length: 110 }, (_, i) => `p${String(i).padStart(3, '0')}`);
    for (const id of ids) await insertTestPlatform(db, { id });
    await scheduleJobs(db, at('13:00:00'), { minute: minute + 60, hour });
    await scheduleJobs(db, at('13:00:01'), { minute: minute + 60, hour });
    const jobs = (await listJobs(db)).filter(({ kind }) => kind === 'rescore-many');
    expect(jobs.map(({ payload }) => JSON.parse(payload))).toEqual([
      { platformIds: ids.slice(0, 100) },
      { platformIds: ids.slice(100) },
    ]);
  });

  test('what waits to be scored together is not put on the queue again when the minute ends', async () => {
    const db = await makeDb();
    for (let i = 0; i < 12; i++) {
      await insertTestPlatform(db, { id: `p${i}` });
      await db
        .insertInto('dirtyDay')
        .values({ platformId: `p${i}`, day: 20_000, sinceMs: 1, version: 1 })
        .execute();
    }
    const many = async () => (await keys(db)).filter((key) => key?.startsWith('rescore-many'));
    await scheduleJobs(db, at('12:05:00'), { minute: minute + 5, hour });
    await scheduleJobs(db, at('12:06:00'), { minute: minute + 6, hour });
    expect(await many()).toEqual([`rescore-many:p0+11:minute-${minute + 5}`]);
    await db.updateTable('job').set({ state: 'done' }).execute();
    await scheduleJobs(db, at('12:06:30'), { minute: minute + 6, hour });
    expect(await many()).toHaveLength(2);
  });

  test('those that were scored together get the rest one by one, once a minute', async () => {
    const db = await makeDb();
    for (const [index, id] of ['p1', 'p2'].entries()) {
      await insertTestPlatform(db, { id });
      const row = { platformId: id, scorecard: '{}', bundleSha256: null, error: null, failedAt: null, behind: index };
      await db
        .insertInto('currentScorecard')
        .values({ ...row, asOf: at('12:00:00').toISOString() })
        .execute();
    }
    await scheduleJobs(db, at('12:05:10'), { minute: minute + 4, hour });
    await scheduleJobs(db, at('12:05:12'), { minute: minute + 5, hour });
    expect((await keys(db)).filter((key) => key?.startsWith('rescore'))).toEqual([`rescore:p2:rest-${minute + 5}`]);
  });
});
