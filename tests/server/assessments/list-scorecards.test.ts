import { expect, test } from 'vitest';
import { listScorecards } from '#server/assessments/list-scorecards.ts';
import { readScorecard } from '#server/assessments/read-scorecard.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { countStatements } from '#tests/support/count-statements.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const FIRST = { limit: 50 };

onBothDatabases('the scorecards of several platforms', (makeDb) => {
  test('each platform comes with the cells of its newest scorecard, and one that was never scored does not', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await insertPlatformWithCapabilities(ctx.db, 'billing');
    expect(await listScorecards(ctx, FIRST)).toEqual({ items: [], nextCursor: null });
    await ctx.rescore('payments');
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await ctx.rescore('payments');
    const { items } = await listScorecards(ctx, FIRST);
    const { asOf, rubric, percentToTarget, cells } = await readScorecard(ctx, { platform: 'payments' });
    expect(items).toEqual([
      {
        ...{ platform: 'payments', name: items[0]?.name, asOf, rubric, percentToTarget },
        cells: cells.map(({ capability, aspect, level, low, high, coverage, target }) => ({
          ...{ capability, aspect, level, low, high, coverage, target },
        })),
      },
    ]);
    expect(items[0]?.cells).toHaveLength(65);
  });

  test('shows each person the platforms of theirs, a page at a time, in two statements', async () => {
    const ctx = scoringContext(await makeDb());
    await insertMeasuredPlatform(ctx);
    await insertPlatformWithCapabilities(ctx.db, 'billing');
    await ctx.rescore('payments');
    await ctx.rescore('billing');
    const page = await listScorecards(ctx, { limit: 1 });
    expect(page.items.map(({ platform }) => platform)).toEqual(['billing']);
    const { statements, result } = await countStatements(ctx.db, (db) =>
      listScorecards({ ...ctx, db }, { limit: 1, cursor: page.nextCursor ?? '' }),
    );
    expect(result.items.map(({ platform }) => platform)).toEqual(['payments']);
    expect(result.nextCursor).toBeNull();
    expect(statements).toBe(2);
    const stranger = ctx.as({
      ...{ kind: 'person', id: 'eve', name: 'Eve' },
      grants: [{ platformId: 'billing', role: 'viewer', teamId: null }],
    });
    expect((await listScorecards(stranger, FIRST)).items.map(({ platform }) => platform)).toEqual(['billing']);
    await expect(listScorecards(ctx.as({ kind: 'anonymous' }), FIRST)).rejects.toThrow('Sign in first.');
  });
});
