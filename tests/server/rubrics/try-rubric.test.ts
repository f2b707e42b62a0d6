import { afterAll, beforeEach, expect, test } from 'vitest';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { dryRunSchema } from '#server/rubrics/dry-run.ts';
import { listDryRuns } from '#server/rubrics/list-dry-runs.ts';
import { tryRubric } from '#server/rubrics/try-rubric.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { record } from '#tests/support/build-evidence.ts';
import {
  draftWith,
  forgetRubrics,
  LOWER,
  platform,
  publishWith,
  REPLACED,
  SHIPPED,
} from '#tests/support/build-rubric-draft.ts';
import { type MakeDatabase, onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

/** `data` serves itself in 75 of 100 cases: too little for INT-3.a as shipped, enough for the lower threshold. */
async function start(makeDb: MakeDatabase) {
  const ctx = scoringContext(await makeDb());
  await insertMeasuredPlatform(ctx);
  await record(ctx, [{ metric: 'self-service-rate', capability: 'data', at: '2026-11-22T09:00:00Z', value: 0.75 }]);
  await ctx.rescore(platform);
  const { id } = await freezeAssessment(ctx, { platform, period: '2026-Q4' });
  await publishAssessment(ctx, { platform, id });
  return { ctx, assessment: id };
}

onBothDatabases('a dry run', (makeDb) => {
  test('says what a draft would make of today and of a frozen quarter, and writes nothing', async () => {
    const { ctx, assessment } = await start(makeDb);
    const { draft } = await draftWith(ctx, [LOWER]);
    const everything = async () => ({
      quarters: await ctx.db.selectFrom('assessment').selectAll().execute(),
      documents: await ctx.db.selectFrom('document').select('sha256').orderBy('sha256').execute(),
      current: await ctx.db.selectFrom('currentScorecard').selectAll().execute(),
      audit: await ctx.db.selectFrom('auditEntry').select('id').orderBy('id').execute(),
    });
    const before = await everything();
    const today = dryRunSchema.parse(await tryRubric(ctx, { platform, rubric: draft }));
    const then = dryRunSchema.parse(await tryRubric(ctx, { platform, rubric: draft, assessment }));
    const flipped = [{ criterion: 'INT-3.a', before: 'not_met', after: 'met', cells: 1 }];
    expect(today.effect.criteria).toEqual(flipped);
    expect(then.effect.criteria).toEqual(flipped);
    expect(then.effect.comparison.rubrics.changed).toBe(true);
    expect(await everything()).toEqual(before);
  });

  test('names what would have no place any more', async () => {
    const { ctx } = await start(makeDb);
    await ctx.db
      .insertInto('effortEstimate')
      .values({ platformId: platform, criterion: 'INT-2.c', capability: 'data', days: 3 })
      .execute();
    const { draft } = await draftWith(ctx, REPLACED);
    const { leftovers } = await tryRubric(ctx, { platform, rubric: draft });
    expect(leftovers).toEqual([{ kind: 'estimates', subject: 'INT-2.c', carriedTo: null, count: 1 }]);
  });

  test('can be had of a version too, by everybody who may read the platform', async () => {
    const { ctx, assessment } = await start(makeDb);
    const rubric = await publishWith(ctx, '2.0.0', [LOWER]);
    const reader = ctx.as(person('viewer'));
    expect((await tryRubric(reader, { platform, rubric })).effect.criteria).toHaveLength(1);
    const { runs } = await listDryRuns(reader, { platform, rubric });
    expect(runs.map(({ of, assessment: id }) => [of, id])).toEqual([
      [platform, null],
      [platform, assessment],
    ]);
    const same = await tryRubric(reader, { platform, rubric: SHIPPED });
    expect(same.effect).toMatchObject({ criteria: [], comparison: { cells: [], rubrics: { changed: false } } });
  });

  test('of a draft is for those who may write it; of evidence for those who may read it', async () => {
    const { ctx, assessment } = await start(makeDb);
    const { draft } = await draftWith(ctx, [LOWER]);
    await expect(tryRubric(ctx.as(person('viewer')), { platform, rubric: draft })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const stranger = ctx.as(person('editor', { platformId: 'elsewhere' }));
    await expect(tryRubric(stranger, { platform, rubric: SHIPPED, assessment })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(tryRubric(ctx, { platform, rubric: SHIPPED, of: 'nobody' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('of a draft that does not load is refused with what to do', async () => {
    const { ctx } = await start(makeDb);
    const { draft } = await draftWith(ctx, [{ from: 'level: 2', to: 'level: 8' }]);
    await expect(tryRubric(ctx, { platform, rubric: draft })).rejects.toThrow('does not load yet');
  });
});
