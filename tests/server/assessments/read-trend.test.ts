import { expect, test } from 'vitest';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { readScorecard } from '#server/assessments/read-scorecard.ts';
import { readTrend } from '#server/assessments/read-trend.ts';
import { suggestPeriod } from '#server/assessments/suggest-period.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const platform = 'payments';

onBothDatabases('the history of a platform', (makeDb) => {
  test('the trend has a point a day, the published quarters, and a break where the rubric changed', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    for (const day of ['20', '21', '22']) {
      ctx.setNow(`2026-11-${day}T12:00:00.000Z`);
      await ctx.rescore(platform);
    }
    // the rubric of the first day was another one
    await ctx.db
      .updateTable('scorecardDay')
      .set({ rubricVersion: '0.9.0', rubricSha256: '0'.repeat(64) })
      .where('day', '=', '2026-11-20')
      .execute();
    const inReview = await freezeAssessment(ctx, { platform, period: '2026-Q4' });
    const empty = await readTrend(ctx, { platform, cells: 'false' });
    expect(empty.assessments).toEqual([]);
    await publishAssessment(ctx, { platform, id: inReview.id });
    const trend = await readTrend(ctx, { platform, cells: 'true' });
    expect(trend.days.map(({ day, cells }) => [day, cells?.length])).toEqual([
      ['2026-11-20', 65],
      ['2026-11-21', 65],
      ['2026-11-22', 65],
    ]);
    expect(trend.assessments).toMatchObject([{ id: inReview.id, period: '2026-Q4' }]);
    expect(trend.breaks).toEqual([
      { day: '2026-11-21', reason: 'rubric', question: '', from: 'cncf-platform 0.9.0', to: 'cncf-platform 1.0.0' },
    ]);
    expect(trend.direction).toMatchObject({ points: 1, needed: 5, direction: 'too_few' });
  });

  test('a past scorecard is scored from what was known then', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore(platform);
    const then = await readScorecard(ctx, { platform, asOf: '2026-11-22T11:00:00.000Z' });
    expect(then.asOf).toBe('2026-11-22T11:00:00.000Z');
    // the samples were received at 12:00
    expect(then.cells.every(({ coverage }) => coverage === 0 || coverage === null)).toBe(true);
    const now = await readScorecard(ctx, { platform });
    expect(now.cells.some(({ coverage }) => (coverage ?? 0) > 0)).toBe(true);
    await expect(readScorecard(ctx, { platform, asOf: '2026-11-22T12:00:01.000Z' })).rejects.toThrow('in the future');
  });

  test('a platform that was never scored says so', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await expect(readScorecard(ctx, { platform })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('the quarter that just ended is suggested while it is open, else the running one', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    expect(await suggestPeriod(ctx, { platform })).toMatchObject({ period: '2026-Q4', asOf: null });
    await ctx.rescore(platform);
    ctx.setNow('2027-01-05T09:00:00.000Z');
    const ended = await suggestPeriod(ctx, { platform });
    expect(ended).toMatchObject({ period: '2026-Q4', asOf: '2027-01-01T00:00:00.000Z' });
    expect(ended.periods.map(({ label }) => label)).toEqual(['2027-Q1', '2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1']);
    await freezeAssessment(ctx, { platform, period: '2026-Q4', asOf: '2027-01-01T00:00:00.000Z' });
    expect(await suggestPeriod(ctx, { platform })).toMatchObject({ period: '2027-Q1', asOf: null });
  });
});
