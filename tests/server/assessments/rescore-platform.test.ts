import { expect, test } from 'vitest';
import { findCurrentScorecard, findExplanation, listScorecardDays } from '#db/queries/scorecards.ts';
import { readCurrent } from '#server/assessments/read-current.ts';
import { rescorePlatform } from '#server/assessments/rescore-platform.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const days = { platformId: 'payments', from: '2026-01-01', to: '2027-12-31' };

onBothDatabases('scoring a platform anew', (makeDb) => {
  test('the scorecard is stored with its time, every cell with its trace, and the day with all cells', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    const row = await findCurrentScorecard(ctx.db, 'payments');
    expect(row).toMatchObject({ asOf: '2026-11-22T12:00:00.000Z', error: null, failedAt: null });
    const scorecard = await readCurrent(ctx.db, 'payments');
    // 13 capabilities × 5 aspects
    expect(scorecard?.cells).toHaveLength(65);
    const cell = { platformId: 'payments', capability: 'data', aspect: 'interfaces' };
    expect(JSON.parse((await findExplanation(ctx.db, cell))?.explanation ?? '')).toMatchObject({
      bundleSha256: row?.bundleSha256,
      cell: { capability: 'data', aspect: 'interfaces' },
    });
    const [day, ...more] = await listScorecardDays(ctx.db, days);
    expect(more).toEqual([]);
    expect(day).toMatchObject({ day: '2026-11-22', percentToTarget: scorecard?.percentToTarget.value, flips: '[]' });
    expect(JSON.parse(day?.cells ?? '')).toHaveLength(65);
  });

  test('a day says what flipped since the day before, also when it was scored several times', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    ctx.setNow('2026-11-23T08:00:00.000Z');
    await record(ctx, [{ metric: 'self-service-rate', capability: 'data', at: '2026-11-23T07:00:00Z', value: 0.1 }]);
    await ctx.rescore('payments');
    ctx.setNow('2026-11-23T09:00:00.000Z');
    await ctx.rescore('payments');
    const rows = await listScorecardDays(ctx.db, days);
    expect(rows.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-23']);
    const flips = JSON.parse(rows[1]?.flips ?? '');
    // INT-1.d: less than 20 % without a person is a symptom, and 10 % is less
    expect(flips).toContainEqual({
      capability: 'data',
      aspect: 'interfaces',
      criterion: 'INT-1.d',
      before: 'not_met',
      after: 'met',
      why: 'new_evidence',
      symptom: true,
    });
    ctx.setNow('2026-11-23T10:00:00.000Z');
    await record(ctx, [{ metric: 'self-service-rate', capability: 'data', at: '2026-11-23T09:30:00Z', value: 0.9 }]);
    await ctx.rescore('payments');
    const undone = JSON.parse((await listScorecardDays(ctx.db, days))[1]?.flips ?? '');
    expect(undone.filter(({ criterion }: { criterion: string }) => criterion === 'INT-1.d')).toEqual([]);
  });

  test('a failure is kept beside the last good scorecard, and the next success clears it', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore('payments');
    const good = await findCurrentScorecard(ctx.db, 'payments');
    await ctx.db.updateTable('platform').set({ packVersion: '9.9.9' }).execute();
    ctx.setNow('2026-11-22T13:00:00.000Z');
    await expect(ctx.rescore('payments')).rejects.toThrow('is not installed here');
    expect(await findCurrentScorecard(ctx.db, 'payments')).toEqual({
      ...good,
      error: 'The rubric cncf-platform 9.9.9 is not installed here.',
      failedAt: '2026-11-22T13:00:00.000Z',
    });
    await ctx.db.updateTable('platform').set({ packVersion: '1.0.0' }).execute();
    await ctx.rescore('payments');
    expect(await findCurrentScorecard(ctx.db, 'payments')).toMatchObject({ error: null, failedAt: null });
  });

  test('an inner failure is not told in its own words', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.db.schema.dropTable('attestation').execute();
    await expect(ctx.rescore('payments')).rejects.toThrow('attestation');
    expect((await findCurrentScorecard(ctx.db, 'payments'))?.error).toBe(
      'Something unexpected happened; the log says what.',
    );
  });

  test('the first attempt of all may fail and says so', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.db.updateTable('platform').set({ packVersion: '9.9.9' }).execute();
    await expect(ctx.rescore('payments')).rejects.toThrow();
    expect(await findCurrentScorecard(ctx.db, 'payments')).toMatchObject({ scorecard: null, bundleSha256: null });
  });

  test('of two at once the freshest stays, whichever is stored last', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const times = ['12:00:05', '12:00:01', '12:00:09', '12:00:03'].map((time) => new Date(`2026-11-22T${time}.000Z`));
    await Promise.all(times.map((time) => rescorePlatform({ db: ctx.db, now: () => time }, 'payments')));
    expect((await findCurrentScorecard(ctx.db, 'payments'))?.asOf).toBe('2026-11-22T12:00:09.000Z');
  });

  test('a change is in the scorecard even where another replica, whose clock is ahead, has stored a later one', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await rescorePlatform({ db: ctx.db, now: () => new Date('2026-11-22T12:00:10.000Z') }, 'payments');
    await ctx.db
      .insertInto('target')
      .values({ platformId: 'payments', capability: 'data', aspect: 'interfaces', level: 4 })
      .execute();
    await ctx.rescore('payments');
    const row = await findCurrentScorecard(ctx.db, 'payments');
    expect(row?.asOf).toBe('2026-11-22T12:00:10.000Z');
    const scorecard = await readCurrent(ctx.db, 'payments');
    expect(scorecard?.cells.find((cell) => cell.capability === 'data' && cell.aspect === 'interfaces')?.target).toBe(4);
  });
});
