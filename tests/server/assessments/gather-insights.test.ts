import { expect, test } from 'vitest';
import { findCurrentScorecard } from '#db/queries/scorecards.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { type Insights, insightsSchema } from '#server/assessments/gather-insights.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';

async function insightsOf(ctx: TestContext): Promise<Insights> {
  const row = await findCurrentScorecard(ctx.db, platform);
  return insightsSchema.parse(JSON.parse(row?.insights ?? 'null'));
}

onBothDatabases('what follows from a scorecard', (makeDb) => {
  test('is kept with it: the best next steps, and nothing moved before the first quarter', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore(platform);
    const { moved, quarters, steps, direction } = await insightsOf(ctx);
    expect([moved, quarters]).toEqual([null, []]);
    expect(direction.direction).toBe('too_few');
    expect(steps).toHaveLength(5);
    const gains = steps.map(({ gain }) => gain);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
  });

  test('says what moved since the newest published quarter as soon as that is published', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore(platform);
    ctx.setNow('2026-11-22T13:00:00.000Z');
    const { id } = await freezeAssessment(ctx, { platform, period: '2026-Q4' });
    await ctx.rescore(platform);
    expect((await insightsOf(ctx)).moved).toBeNull();
    ctx.setNow('2026-11-22T14:00:00.000Z');
    await publishAssessment(ctx, { platform, id });
    expect((await insightsOf(ctx)).moved).toMatchObject({
      since: { id, period: '2026-Q4' },
      rose: 0,
      fell: 0,
      cells: [],
    });
    ctx.setNow('2026-11-23T14:00:00.000Z');
    await saveCapability(ctx, { platform, key: 'data', state: 'not_offered' });
    const { moved, quarters, breaks } = await insightsOf(ctx);
    expect(moved?.capabilities).toEqual([{ capability: 'data', change: 'no_longer_offered', cells: 5 }]);
    expect(quarters).toMatchObject([{ id, period: '2026-Q4' }]);
    // the day itself is scored, so its row is there
    await ctx.rescore(platform);
    expect((await insightsOf(ctx)).breaks).toMatchObject([{ day: '2026-11-23', reason: 'capabilities' }]);
    expect(breaks.length).toBeLessThanOrEqual(1);
  });

  test('a direction never reaches across a break, however long ago that was', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    const publish = async (period: string, at: string) => {
      ctx.setNow(at);
      await ctx.rescore(platform);
      const { id } = await freezeAssessment(ctx, { platform, period });
      await publishAssessment(ctx, { platform, id });
    };
    await publish('2024-Q1', '2024-03-20T12:00:00.000Z');
    await publish('2024-Q2', '2024-06-20T12:00:00.000Z');
    ctx.setNow('2024-07-15T12:00:00.000Z');
    await saveCapability(ctx, { platform, key: 'data', state: 'not_offered' });
    await publish('2024-Q3', '2024-09-20T12:00:00.000Z');
    ctx.setNow('2026-11-22T12:00:00.000Z');
    await ctx.rescore(platform);
    const { quarters, breaks, direction } = await insightsOf(ctx);
    expect(quarters).toHaveLength(3);
    expect(direction).toMatchObject({ points: 1, direction: 'too_few' });
    // the break is older than the days that are drawn
    expect(breaks).toEqual([]);
  });
});
