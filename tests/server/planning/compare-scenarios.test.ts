import { expect, test } from 'vitest';
import { compareScenarios } from '#server/planning/compare-scenarios.ts';
import { listScenarios } from '#server/planning/list-scenarios.ts';
import { backlogContext, maintainers, ONE_STEP } from '#tests/support/build-backlog.ts';
import { OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { keepScenario, SECOND_MAINTAINER } from '#tests/support/build-scenario.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const platform = 'payments';

onBothDatabases('scenarios', (makeDb) => {
  test('are listed with what each comes to, on the evidence of the day', async () => {
    const ctx = await backlogContext(await makeDb());
    await keepScenario(ctx);
    ctx.setNow('2026-11-22T13:00:00.000Z');
    await keepScenario(ctx.as(OWNER), { name: 'Nothing', assumptions: [] });
    const listed = await listScenarios(ctx.as(OWNER), { platform });
    expect(listed.scenarios.map(({ name, outcome, mayChange }) => [name, outcome?.effect.value, mayChange])).toEqual([
      ['Nothing', 0, true],
      ['More people', ONE_STEP, false],
    ]);
    // the CNCF pack gives ten person-days for a second maintainer
    expect(listed.scenarios[1]?.outcome).toMatchObject({ effort: { days: 10, unknown: 0 }, counted: 1, gone: 0 });
    expect(listed.scenarios.map(({ assumed }) => assumed)).toEqual([0, 1]);
    await maintainers(ctx, 2);
    await ctx.rescore('payments');
    const later = await listScenarios(ctx.as(VIEWER), { platform });
    // it has come true: the same scenario adds nothing any more and takes no more work
    expect(later.scenarios[1]?.outcome).toMatchObject({ effect: { value: 0 }, effort: { days: 0, unknown: 0 } });
  });

  test('are listed in a few lines each, however much they assume', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await keepScenario(ctx);
    const places = Array.from({ length: 3_000 }, (_, i) => ({
      criterion: `OLD-${i}`,
      capability: null,
      title: 'Gone',
    }));
    const assumptions = JSON.stringify(places.map((place) => ({ ...place, state: 'met' })));
    await ctx.db.updateTable('scenario').set({ assumptions }).where('id', '=', id).execute();
    const listed = await listScenarios(ctx, { platform });
    expect(listed.scenarios).toMatchObject([{ assumed: 3_000, outcome: { gone: 3_000, counted: 0 } }]);
    expect(JSON.stringify(listed).length).toBeLessThan(1_500);
  });

  test('stand side by side: what each reaches, costs, assumes alone, and the cells in which they differ', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await keepScenario(ctx);
    const compared = await compareScenarios(ctx.as(VIEWER), { platform, a: 'now', b: id });
    expect(compared).toMatchObject({
      a: { id: null, name: null, effort: { days: 0 }, only: [] },
      b: { id, name: 'More people', effort: { days: 10, unknown: 0 }, only: [SECOND_MAINTAINER] },
      cells: [{ capability: 'data', aspect: 'investment', target: 3, a: 1, b: 2 }],
    });
    expect((compared.b.percentToTarget.value ?? 0) - (compared.a.percentToTarget.value ?? 0)).toBeCloseTo(ONE_STEP, 6);
    expect((await compareScenarios(ctx, { platform, a: id, b: id })).cells).toEqual([]);
  });

  test('of a platform that one may not see are not there', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await keepScenario(ctx);
    const stranger = ctx.as(person('admin', { platformId: 'other' }));
    await expect(compareScenarios(stranger, { platform, a: id, b: 'now' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(listScenarios(stranger, { platform })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(compareScenarios(ctx, { platform, a: 'nope', b: 'now' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
