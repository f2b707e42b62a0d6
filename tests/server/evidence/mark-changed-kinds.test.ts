import { afterAll, beforeEach, expect, test } from 'vitest';
import { listPackedDays } from '#db/queries/packed-days.ts';
import { listDirtyDays } from '#db/queries/sample-days.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { assembleBundle } from '#server/evidence/assemble-bundle.ts';
import { foldDays } from '#server/evidence/fold-days.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { findVersion } from '#server/rubrics/version-name.ts';
import { claimsContext } from '#tests/support/build-claims.ts';
import { record } from '#tests/support/build-evidence.ts';
import { type Edit, forgetRubrics, platform, publishWith, SHIPPED } from '#tests/support/build-rubric-draft.ts';
import { type MakeDatabase, onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

/** Each count of maintainers is an observation of its own. */
const COUNTED_EACH: Edit = {
  file: 'metrics.yaml',
  from: 'dimension: count\n  kind: level\n  scope: capability\n  goal: Does it rest on more than one person?',
  to: 'dimension: count\n  kind: distribution\n  scope: capability\n  goal: Does it rest on more than one person?',
};

async function measured(makeDb: MakeDatabase): Promise<TestContext> {
  const ctx = await claimsContext(await makeDb());
  const [metric, capability] = ['maintainers', 'data'];
  await record(ctx, [
    { metric, capability, at: '2026-11-20T08:00:00Z', value: 3 },
    { metric, capability, at: '2026-11-20T20:00:00Z', value: 1 },
    { metric, capability, at: '2026-11-21T08:00:00Z', value: 2 },
    { metric: 'team-adoption', capability, at: '2026-11-19T08:00:00Z', value: 0.5 },
  ]);
  await foldDays(ctx.db, platform);
  return ctx;
}

const valuesOf = async (ctx: TestContext) => {
  const rows = await ctx.db
    .selectFrom('sampleDay')
    .innerJoin('series', 'series.id', 'sampleDay.seriesId')
    .select('valueCounts')
    .where('metric', '=', 'maintainers')
    .orderBy('day')
    .execute();
  return rows.map(({ valueCounts }) => valueCounts);
};

onBothDatabases('a metric that is counted in another way', (makeDb) => {
  test('has its days rolled up anew where a version that says so is adopted, and back', async () => {
    const ctx = await measured(makeDb);
    expect(await valuesOf(ctx)).toEqual([null, null]);
    const rubric = await publishWith(ctx, '2.0.0', [COUNTED_EACH]);
    await adoptVersion(ctx, { platform, rubric });
    // the two days of maintainers, and not the one of adoption
    expect((await listDirtyDays(ctx.db, platform)).map(({ day }) => day * 86_400_000)).toEqual([
      Date.parse('2026-11-20'),
      Date.parse('2026-11-21'),
    ]);
    await foldDays(ctx.db, platform);
    expect(await valuesOf(ctx)).toEqual(['[[1,1],[3,1]]', '[[2,1]]']);
    const packed = await listPackedDays(ctx.db, { platformIds: [platform], fromDay: 0, toDay: 30_000 });
    expect(packed.map(({ values }) => values !== null)).toEqual([false, true, true]);
    await adoptVersion(ctx, { platform, rubric: SHIPPED });
    await foldDays(ctx.db, platform);
    expect(await valuesOf(ctx)).toEqual([null, null]);
  });

  test('shows each of its values also to a rubric that nobody has adopted', async () => {
    const ctx = await measured(makeDb);
    const rubric = await findVersion(ctx.db, await publishWith(ctx, '2.0.0', [COUNTED_EACH]));
    const { metrics } = await assembleBundle(ctx.db, {
      ...{ platform: await findPlatform(ctx, platform), rubric, asOf: ctx.now() },
    });
    const series = metrics.find(({ metric }) => metric === 'maintainers');
    expect(series?.days.map(({ values }) => values)).toEqual([
      [
        [1, 1],
        [3, 1],
      ],
      [[2, 1]],
    ]);
  });

  test('any other change of a version leaves what is folded alone', async () => {
    const ctx = await measured(makeDb);
    const renamed: Edit = { file: 'metrics.yaml', from: 'name: Maintainers', to: 'name: People who maintain it' };
    await adoptVersion(ctx, { platform, rubric: await publishWith(ctx, '1.0.1', [renamed]) });
    expect(await listDirtyDays(ctx.db, platform)).toEqual([]);
  });
});
