import { expect, test } from 'vitest';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { readComparison, readComparisonOutput } from '#server/assessments/read-comparison.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, type TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';

async function publish(ctx: TestContext, period: string): Promise<string> {
  const { id } = await freezeAssessment(ctx, { platform, period });
  await publishAssessment(ctx, { platform, id });
  return id;
}

/** Scored on 20 November; from 23 November on `data` is no longer offered, and `build-test` has lost its self-service. */
async function movedPlatform(ctx: TestContext): Promise<string> {
  await insertMeasuredPlatform(ctx);
  ctx.setNow('2026-11-22T12:00:00.000Z');
  await ctx.rescore(platform);
  const id = await publish(ctx, '2026-Q4');
  ctx.setNow('2026-11-23T12:00:00.000Z');
  await saveCapability(ctx, { platform, key: 'data', state: 'not_offered' });
  await record(ctx, [{ metric: 'self-service-rate', at: '2026-11-23T11:00:00Z', value: 0.01 }]);
  ctx.setNow('2026-11-24T12:00:00.000Z');
  await ctx.rescore(platform);
  return id;
}

onBothDatabases('comparing two points of a platform', (makeDb) => {
  test('the newest published quarter against now, with what flipped and what was decided', async () => {
    const ctx = scoringContext(await makeDb());
    const id = await movedPlatform(ctx);
    const answer = readComparisonOutput.parse(await readComparison(ctx, { platform }));
    expect(answer.from).toMatchObject({ kind: 'assessment', id, period: '2026-Q4' });
    expect(answer.to).toMatchObject({ kind: 'current', asOf: '2026-11-24T12:00:00.000Z' });
    const cells = answer.comparison?.cells ?? [];
    const ofData = cells.filter(({ capability }) => capability === 'data');
    expect(ofData.map(({ capabilityChange }) => capabilityChange)).toEqual(
      Array.from({ length: 5 }, () => 'no_longer_offered'),
    );
    const flips = cells.flatMap((cell) => cell.flips).filter(({ capability }) => capability === 'build-test');
    expect(flips.some(({ after, why }) => after === 'not_met' && why === 'new_evidence')).toBe(true);
    expect(answer.comparison?.rubrics.changed).toBe(false);
    const byPeriod = await readComparison(ctx, { platform, from: '2026-Q4' });
    expect(byPeriod.comparison).toEqual(answer.comparison);
  });

  test('a day keeps no evidence, yet says the same of one rubric', async () => {
    const ctx = scoringContext(await makeDb());
    await movedPlatform(ctx);
    const { comparison: whole } = await readComparison(ctx, { platform });
    const { comparison, from, to } = await readComparison(ctx, { platform, from: '2026-11-22', to: '2026-11-24' });
    expect([from, to]).toMatchObject([
      { kind: 'day', asOf: '2026-11-22T12:00:00.000Z' },
      { kind: 'day', asOf: '2026-11-24T12:00:00.000Z' },
    ]);
    expect(comparison).toEqual(whole);
    // a day without a row of its own stands as the one before it did
    const since = await readComparison(ctx, { platform, from: '2026-11-23' });
    expect(since.from).toMatchObject({ asOf: '2026-11-23T12:00:00.000Z' });
  });

  test('a rubric that changed in between splits a quarter, and leaves a day unsplit', async () => {
    const ctx = scoringContext(await makeDb());
    await movedPlatform(ctx);
    // the first day was scored by another rubric
    await ctx.db
      .updateTable('scorecardDay')
      .set({ rubricVersion: '0.9.0', rubricSha256: '0'.repeat(64) })
      .where('day', '=', '2026-11-22')
      .execute();
    const { comparison } = await readComparison(ctx, { platform, from: '2026-11-22' });
    expect(comparison?.rubrics).toMatchObject({ changed: true, before: { version: '0.9.0' } });
    expect(comparison?.percentToTarget).toMatchObject({ evidence: null, rubric: null, total: expect.any(Number) });
  });

  test('without anything earlier there is nothing to compare', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore(platform);
    expect(await readComparison(ctx, { platform })).toMatchObject({ from: null, comparison: null });
  });

  test('an unknown quarter, a day before all days and a journey back are refused', async () => {
    const ctx = scoringContext(await makeDb());
    const id = await movedPlatform(ctx);
    await expect(readComparison(ctx, { platform, from: '2025-Q1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(readComparison(ctx, { platform, from: '2020-01-01' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(readComparison(ctx, { platform, from: '2026-11-24', to: id })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test('what is still in review is for reviewers alone', async () => {
    const ctx = scoringContext(await makeDb());
    await movedPlatform(ctx);
    const { id } = await freezeAssessment(ctx, { platform, period: '2026-Q4', correction: 'Data was withdrawn.' });
    expect((await readComparison(ctx, { platform, to: id })).to).toMatchObject({ id });
    await expect(readComparison(ctx.as(person('viewer')), { platform, to: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const stranger = ctx.as(person('viewer', { platformId: 'elsewhere' }));
    await expect(readComparison(stranger, { platform })).rejects.toThrow();
  });
});
