import { expect, test } from 'vitest';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { proposeImprovements } from '#server/planning/propose-improvements.ts';
import type { RunTask } from '#server/tasks/task.ts';
import { backlogContext, propose } from '#tests/support/build-backlog.ts';
import { VIEWER } from '#tests/support/build-claims.ts';
import { SECOND_MAINTAINER } from '#tests/support/build-scenario.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const met = (criterion: string, capability: string | null): Assumption => ({ criterion, capability, state: 'met' });
const FUNDED = met('INV-2.a', null);
const input = (assumptions: Assumption[]) => ({ platform: 'payments', name: 'Autumn', assumptions });

onBothDatabases('making improvements of a what-if', (makeDb) => {
  test('proposes one for each capability, of what is not reached yet', async () => {
    const ctx = await backlogContext(await makeDb());
    const assumed = [
      SECOND_MAINTAINER,
      met('INV-2.b', 'messaging'),
      met('OPS-2.a', 'messaging'),
      met('ADO-2.c', 'data'),
      FUNDED,
    ];
    const { created, underWay } = await proposeImprovements(ctx, input(assumed));
    expect(underWay).toBe(0);
    expect(created.map(({ capability, criteria }) => [capability, criteria])).toEqual([
      ['data', 2],
      // the platform is funded already
      ['messaging', 2],
    ]);
    const rows = await ctx.db.selectFrom('improvement').select(['title', 'state']).orderBy('position').execute();
    expect(rows.map(({ title, state }) => [title.startsWith('Autumn: '), state])).toEqual([
      [true, 'proposed'],
      [true, 'proposed'],
    ]);
  });

  test('leaves out what an open improvement names already, and asked again it proposes nothing twice', async () => {
    const ctx = await backlogContext(await makeDb());
    await propose(ctx);
    const assumed = [SECOND_MAINTAINER, met('INV-2.b', 'messaging')];
    const first = await proposeImprovements(ctx, input(assumed));
    expect([first.created.length, first.underWay]).toEqual([1, 1]);
    const second = await proposeImprovements(ctx, input(assumed));
    expect([second.created.length, second.underWay]).toEqual([0, 2]);
  });

  test('of two who propose the same at once one does, and the other is told', async () => {
    const ctx = await backlogContext(await makeDb());
    const assumed = [SECOND_MAINTAINER, met('INV-2.b', 'messaging')];
    const both = await Promise.allSettled([1, 2].map(() => proposeImprovements(ctx, input(assumed))));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    expect(await ctx.db.selectFrom('improvement').selectAll().execute()).toHaveLength(2);
  });

  test('where one of them cannot be written none is, and nothing is said in the audit log', async () => {
    const ctx = await backlogContext(await makeDb());
    const before = await ctx.db.selectFrom('auditEntry').select('id').execute();
    const assumed = [SECOND_MAINTAINER, met('INV-2.b', 'messaging')];
    // the second one meets a place that is taken by hand between looking and writing
    const runTask: RunTask = async (task, given) => {
      const predicted = await ctx.runTask(task, given);
      if (task.key === 'predict-effects')
        await propose(ctx, { criteria: [{ criterion: 'INV-2.b', capability: 'messaging' }] });
      return predicted;
    };
    await expect(proposeImprovements({ ...ctx, runTask }, input(assumed))).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await ctx.db.selectFrom('improvement').selectAll().execute()).toHaveLength(1);
    expect(await ctx.db.selectFrom('auditEntry').select('id').execute()).toHaveLength(before.length + 1);
  });

  test('is not for those who may only look', async () => {
    const ctx = await backlogContext(await makeDb());
    await expect(proposeImprovements(ctx.as(VIEWER), input([SECOND_MAINTAINER]))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await ctx.db.selectFrom('improvement').selectAll().execute()).toEqual([]);
  });
});
