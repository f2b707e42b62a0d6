import { afterAll, beforeEach, expect, test } from 'vitest';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { flipsSchema } from '#server/assessments/merge-flips.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { readComparison, readComparisonOutput } from '#server/assessments/read-comparison.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { record } from '#tests/support/build-evidence.ts';
import { forgetRubrics, LOWER, publishWith, RENAMED } from '#tests/support/build-rubric-draft.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, type TestContext } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);
const platform = 'payments';

async function publish(ctx: TestContext, period: string): Promise<string> {
  const { id } = await freezeAssessment(ctx, { platform, period });
  await publishAssessment(ctx, { platform, id });
  return id;
}

/** An accepted answer about `data`. */
async function insertAnswer(ctx: TestContext, { criterion, answeredAt }: { criterion: string; answeredAt: string }) {
  const review = {
    review: 'accepted',
    reviewedBy: 'ada',
    reviewedAt: answeredAt,
    reviewNote: null,
    selfApproved: 0,
  } as const;
  const answer = { answer: 'yes', link: 'https://wiki.example.org/data', note: null, answeredBy: 'erin', answeredAt };
  await ctx.db
    .insertInto('attestation')
    .values({
      ...{ id: 'page', platformId: platform, criterion, capability: 'data', expiresAt: '2027-11-24T00:00:00.000Z' },
      ...answer,
      ...review,
    })
    .execute();
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

  test('a day of another rubric splits into evidence and rubric as well, for its evidence is still there', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await record(ctx, [{ metric: 'self-service-rate', capability: 'data', at: '2026-11-22T09:00:00Z', value: 0.75 }]);
    await ctx.rescore(platform);
    ctx.setNow('2026-11-24T12:00:00.000Z');
    await adoptVersion(ctx, { platform, rubric: await publishWith(ctx, '2.0.0', [LOWER]) });
    // the rubric took its place on the 24th, and 90 % of builds served themselves until then as well
    ctx.setNow('2026-11-24T13:00:00.000Z');
    await record(ctx, [{ metric: 'self-service-rate', at: '2026-11-24T12:30:00Z', value: 0.01 }]);
    await ctx.rescore(platform);
    const { comparison, breaks } = await readComparison(ctx, { platform, from: '2026-11-22' });
    expect(comparison?.rubrics).toMatchObject({ changed: true, after: { version: '2.0.0' } });
    expect(breaks).toMatchObject([{ day: '2026-11-24', reason: 'rubric', to: 'cncf-platform 2.0.0' }]);
    const { total, evidence, rubric } = comparison?.percentToTarget ?? {};
    expect(total).toBeCloseTo((evidence ?? Number.NaN) + (rubric ?? Number.NaN), 6);
    const reasons = (comparison?.cells ?? []).flatMap(({ flips, rubricFlips }) => [...flips, ...rubricFlips]);
    const ofSelfService = reasons.filter(({ criterion }) => criterion === 'INT-3.a');
    expect(ofSelfService.map(({ capability, after, why }) => [capability, after, why])).toEqual(
      expect.arrayContaining([['build-test', 'not_met', 'new_evidence']]),
    );
    // the day itself keeps apart what the rubric did from what the evidence did
    const { flips } = await ctx.db
      .selectFrom('scorecardDay')
      .select('flips')
      .where('day', '=', '2026-11-24')
      .executeTakeFirstOrThrow();
    const ofDay = flipsSchema.parse(JSON.parse(flips)).filter(({ criterion }) => criterion === 'INT-3.a');
    expect(ofDay.toSorted((a, b) => (a.capability < b.capability ? -1 : 1))).toMatchObject([
      { capability: 'build-test', before: 'met', after: 'not_met', why: 'new_evidence' },
      { capability: 'data', before: 'not_met', after: 'met', why: 'rubric' },
    ]);
  });

  test('a criterion that got another id in between is one criterion, under its new id', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore(platform);
    ctx.setNow('2026-11-24T12:00:00.000Z');
    await adoptVersion(ctx, { platform, rubric: await publishWith(ctx, '2.0.0', RENAMED) });
    ctx.setNow('2026-11-24T13:00:00.000Z');
    await insertAnswer(ctx, { criterion: 'INT-2.x', answeredAt: '2026-11-24T12:30:00.000Z' });
    await ctx.rescore(platform);
    const compare = async () => (await readComparison(ctx, { platform, from: '2026-11-22' })).comparison;
    const ids = ({ flips, rubricFlips }: NonNullable<Awaited<ReturnType<typeof compare>>>['cells'][number]) =>
      [...flips, ...rubricFlips].map(({ criterion }) => criterion);
    const whole = await compare();
    expect(whole?.rubrics.renamed).toEqual([{ from: 'INT-2.c', to: 'INT-2.x' }]);
    expect(whole?.cells.flatMap(ids)).not.toContain('INT-2.c');
    const { flips } = await ctx.db
      .selectFrom('scorecardDay')
      .select('flips')
      .where('day', '=', '2026-11-24')
      .executeTakeFirstOrThrow();
    const told = flipsSchema.parse(JSON.parse(flips)).filter(({ criterion }) => /^INT-2[.][cx]$/.test(criterion));
    expect(told).toMatchObject([{ criterion: 'INT-2.x', capability: 'data', before: 'unknown', after: 'met' }]);
    // as after evidence has gone: only the rows of the days are left
    await ctx.db.updateTable('scorecardDay').set({ percentHigh: 0.123 }).execute();
    const left = await compare();
    expect(left?.rubrics.renamed).toEqual([{ from: 'INT-2.c', to: 'INT-2.x' }]);
    expect(left?.cells.flatMap(ids)).not.toContain('INT-2.c');
  });

  test('what flips later on the day of a quarter is not missed, whatever is kept of the day', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await ctx.rescore(platform);
    await publish(ctx, '2026-Q4');
    ctx.setNow('2026-11-22T13:00:00.000Z');
    await record(ctx, [{ metric: 'self-service-rate', at: '2026-11-22T12:30:00Z', value: 0.01 }]);
    await ctx.rescore(platform);
    const flipsTo = async () => {
      const { comparison } = await readComparison(ctx, { platform, from: '2026-Q4', to: '2026-11-22' });
      return (comparison?.cells ?? []).flatMap(({ flips }) => flips).map(({ criterion, after }) => [criterion, after]);
    };
    expect(await flipsTo()).toContainEqual(['INT-3.a', 'not_met']);
    // as after evidence has gone: the row no longer comes to what can be computed
    await ctx.db.updateTable('scorecardDay').set({ percentHigh: 0.123 }).execute();
    expect(await flipsTo()).toContainEqual(['INT-3.a', 'not_met']);
  });

  test('what flips later on the day of the quarter that ends a comparison is none of it', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    ctx.setNow('2026-11-21T12:00:00.000Z');
    await ctx.rescore(platform);
    ctx.setNow('2026-11-22T12:00:00.000Z');
    await ctx.rescore(platform);
    await publish(ctx, '2026-Q4');
    ctx.setNow('2026-11-22T13:00:00.000Z');
    await record(ctx, [{ metric: 'self-service-rate', at: '2026-11-22T12:30:00Z', value: 0.01 }]);
    await ctx.rescore(platform);
    // as after evidence has gone
    await ctx.db.updateTable('scorecardDay').set({ percentHigh: 0.123 }).where('day', '=', '2026-11-21').execute();
    const flipsTo = async (to: string) => {
      const { comparison } = await readComparison(ctx, { platform, from: '2026-11-21', to });
      return (comparison?.cells ?? []).flatMap(({ flips }) => flips).map(({ criterion, after }) => [criterion, after]);
    };
    expect(await flipsTo('2026-11-22')).toContainEqual(['INT-3.a', 'not_met']);
    expect(await flipsTo('2026-Q4')).not.toContainEqual(['INT-3.a', 'not_met']);
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
