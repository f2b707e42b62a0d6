import { expect, test } from 'vitest';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { scoreCurrent } from '#server/assessments/score-current.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { openCurrent } from '#server/planning/open-current.ts';
import { backlogContext, maintainers } from '#tests/support/build-backlog.ts';
import { claimsContext } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the current scorecard, opened for what-ifs', (makeDb) => {
  test('is what the evidence gives, though none is read, and follows the newest scorecard', async () => {
    const ctx = await backlogContext(await makeDb());
    const platform = await findPlatform(ctx, 'payments');
    const opened = await openCurrent(ctx.db, platform.id);
    const scored = await scoreCurrent(ctx.db, platform);
    if (opened === null || scored === null) throw new Error('Nothing has been scored.');
    expect(JSON.parse(JSON.stringify(opened.base))).toEqual(
      JSON.parse(JSON.stringify(makeBase(scored.rubric, scored.loaded))),
    );
    const { cells, percentToTarget } = scored.scorecard;
    expect(opened.whatIf.now).toEqual({ cells, percentToTarget });
    const investment = async () =>
      (await openCurrent(ctx.db, platform.id))?.whatIf.now.cells.find(
        ({ capability, aspect }) => capability === 'data' && aspect === 'investment',
      )?.level;
    expect(await investment()).toBe(1);
    await maintainers(ctx, 2);
    await ctx.rescore(platform.id);
    expect(await investment()).toBe(2);
  });

  test('is not there before anything is scored', async () => {
    const ctx = await claimsContext(await makeDb());
    const platform = await findPlatform(ctx, 'payments');
    expect(await openCurrent(ctx.db, platform.id)).toBeNull();
  });
});
