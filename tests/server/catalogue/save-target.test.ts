import { expect, test } from 'vitest';
import { listTargets } from '#server/catalogue/list-targets.ts';
import { readCatalogue } from '#server/catalogue/read-catalogue.ts';
import { saveTarget } from '#server/catalogue/save-target.ts';
import { saveTargets } from '#server/catalogue/save-targets.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { testContext } from '#tests/support/test-context.ts';

const cell = { platform: 'payments', capability: 'security', aspect: 'adoption' };

onBothDatabases('a target', (makeDb) => {
  async function start() {
    const db = await makeDb();
    const id = await createTestPlatform(db);
    return { id, ctx: testContext(db) };
  }

  test('is 2 for adoption of what teams must use and 3 elsewhere, until somebody says otherwise', async () => {
    const { ctx } = await start();
    const { targets } = await readCatalogue(ctx, { platform: 'payments' });
    const of = (capability: string, aspect: string) =>
      targets.find((target) => target.capability === capability && target.aspect === aspect);
    expect(of('security', 'adoption')).toMatchObject({ level: null, default: 2 });
    expect(of('security', 'interfaces')).toMatchObject({ level: null, default: 3 });
    expect(of('observability', 'adoption')).toMatchObject({ level: null, default: 3 });
  });

  test('is set, changed and returned to the default', async () => {
    const { ctx } = await start();
    await saveTarget(ctx, { ...cell, level: 3 });
    await saveTarget(ctx, { ...cell, level: 4 });
    expect(await listTargets(ctx, { platform: 'payments' })).toEqual([
      { capability: 'security', aspect: 'adoption', level: 4 },
    ]);
    await saveTarget(ctx, { ...cell, level: null });
    expect(await listTargets(ctx, { platform: 'payments' })).toEqual([]);
  });

  test('that changes has its platform scored anew', async () => {
    const { id, ctx } = await start();
    await saveTarget(ctx, { ...cell, level: 4 });
    expect(ctx.rescored).toEqual([id]);
  });

  test('is set with others in one step, all of them or none', async () => {
    const { id, ctx } = await start();
    const to = (capability: string, level: number | null) => ({ capability, aspect: 'interfaces', level });
    const targets = [to('security', 4), to('observability', 2)];
    expect(await saveTargets(ctx, { platform: 'payments', targets })).toEqual({ changed: 2 });
    expect(ctx.rescored).toEqual([id]);
    const bad = saveTargets(ctx, { platform: 'payments', targets: [to('security', null), to('nothing', 2)] });
    await expect(bad).rejects.toThrow('no capability "nothing"');
    expect(await listTargets(ctx, { platform: 'payments' })).toHaveLength(2);
    // what holds already is not written down again, and the last of two is meant
    expect(await saveTargets(ctx, { platform: 'payments', targets: [...targets, to('security', null)] })).toEqual({
      changed: 1,
    });
    expect(await saveTargets(ctx, { platform: 'payments', targets: [to('security', null)] })).toEqual({ changed: 0 });
    const entries = await ctx.db
      .selectFrom('auditEntry')
      .select('subject')
      .where('action', '=', 'target.set')
      .execute();
    expect(entries).toHaveLength(3);
  });

  test.each([
    [{ level: 5 }, 'one of the levels 1, 2, 3, 4'],
    [{ level: 0 }, 'one of the levels'],
    [{ level: 2, aspect: 'beauty' }, 'no aspect "beauty"'],
    [{ level: 2, capability: 'data' }, 'no capability "data"'],
  ])('of %o is refused', async (part, message) => {
    const { ctx } = await start();
    await expect(saveTarget(ctx, { ...cell, ...part })).rejects.toThrow(message);
  });
});
