import { expect, test } from 'vitest';
import { createPlatform } from '#server/catalogue/create-platform.ts';
import { deleteCapability } from '#server/catalogue/delete-capability.ts';
import { listItemTargets } from '#server/catalogue/list-item-targets.ts';
import { readCatalogue } from '#server/catalogue/read-catalogue.ts';
import { readOffer } from '#server/catalogue/read-offer.ts';
import { readSettings } from '#server/catalogue/read-settings.ts';
import { saveItemTarget } from '#server/catalogue/save-item-target.ts';
import { saveTarget } from '#server/catalogue/save-target.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { testContext } from '#tests/support/test-context.ts';

const question = { platform: 'assurance', capability: 'organization', criterion: 'SB-2.a' };

onBothDatabases('the target of a single question', (makeDb) => {
  async function start() {
    const db = await makeDb();
    const id = await createTestPlatform(db, 'assurance', ['organization', 'platform-software'], 'owasp-samm');
    return { id, ctx: testContext(db) };
  }

  test('is what one of its answers counts, and goes back to that of its cell', async () => {
    const { id, ctx } = await start();
    await saveItemTarget(ctx, { ...question, value: 0.5 });
    expect(await listItemTargets(ctx, { platform: 'assurance' })).toEqual([
      { capability: 'organization', criterion: 'SB-2.a', value: 0.5 },
    ]);
    expect((await readSettings(ctx.db, id, '2030-01-01T00:00:00.000Z')).itemTargets).toHaveLength(1);
    await saveItemTarget(ctx, { ...question, value: null });
    expect(await listItemTargets(ctx, { platform: 'assurance' })).toEqual([]);
    expect(await readSettings(ctx.db, id, '2030-01-01T00:00:00.000Z')).not.toHaveProperty('itemTargets');
    expect(ctx.rescored).toEqual([id, id]);
  });

  test('that holds already is neither written nor scored again, and every change is in the audit log', async () => {
    const { ctx } = await start();
    await saveItemTarget(ctx, { ...question, value: 1 });
    await saveItemTarget(ctx, { ...question, value: 1 });
    expect(ctx.rescored).toHaveLength(1);
    const entries = await ctx.db.selectFrom('auditEntry').selectAll().where('action', '=', 'target.set').execute();
    expect(entries.map(({ subject, detail }) => [subject, JSON.parse(detail)])).toEqual([
      ['organization/SB-2.a', { before: null, value: 1 }],
    ]);
  });

  test('is refused where no answer counts so, and for what is not there', async () => {
    const { ctx } = await start();
    const refused = (change: Partial<typeof question> & { value?: number }) =>
      expect(saveItemTarget(ctx, { ...question, value: 1, ...change })).rejects;
    await refused({ value: 0.3 }).toThrow('A target of SB-2.a is what an answer counts: 0, 0.25, 0.5, 1.');
    await refused({ criterion: 'SB-9.a' }).toThrow('There is no criterion "SB-9.a" in this rubric.');
    await refused({ capability: 'nothing' }).toThrow('no capability "nothing"');
    await createTestPlatform(ctx.db);
    await refused({ platform: 'payments', capability: 'security', criterion: 'ADO-2.a' }).toThrow(
      'single criteria have none',
    );
  });

  test('goes with its capability, and what was aimed at before is still known', async () => {
    const { id, ctx } = await start();
    await saveItemTarget(ctx, { ...question, capability: 'platform-software', value: 0.25 });
    await deleteCapability(ctx, { platform: 'assurance', capability: 'platform-software' });
    expect(await listItemTargets(ctx, { platform: 'assurance' })).toEqual([]);
    const before = await readSettings(ctx.db, id, new Date(ctx.now().getTime() - 1).toISOString());
    expect(before.capabilities).toHaveLength(2);
  });
});

onBothDatabases('a platform', (makeDb) => {
  test('is made with the rubric that was chosen, and with the usual one where none was', async () => {
    const ctx = testContext(await makeDb());
    const offer = await readOffer(ctx);
    expect(offer.map(({ pack, criteria }) => [pack, criteria])).toEqual(expect.arrayContaining([['owasp-samm', 90]]));
    expect(offer[0]?.pack).toBe('cncf-platform');
    const capabilities = offer.find(({ pack }) => pack === 'owasp-samm')?.capabilities ?? [];
    const settings = { name: 'A platform', timeZone: 'UTC', fiscalYearStartMonth: 1 };
    await createPlatform(ctx, { ...settings, key: 'assurance', pack: 'owasp-samm', capabilities });
    await createPlatform(ctx, { ...settings, key: 'payments', capabilities: ['data'] });
    const rows = await ctx.db.selectFrom('platform').select(['key', 'packId']).orderBy('key').execute();
    expect(rows).toEqual([
      { key: 'assurance', packId: 'owasp-samm' },
      { key: 'payments', packId: 'cncf-platform' },
    ]);
    await expect(createPlatform(ctx, { ...settings, key: 'other', pack: 'none', capabilities })).rejects.toThrow(
      'There is no rubric "none" here.',
    );
  });

  test('whose rubric begins at 0 may aim at 0 in a cell', async () => {
    const ctx = testContext(await makeDb());
    await createTestPlatform(ctx.db, 'assurance', ['organization'], 'owasp-samm');
    const cell = { platform: 'assurance', capability: 'organization', aspect: 'secure-build' };
    await saveTarget(ctx, { ...cell, level: 0 });
    await expect(saveTarget(ctx, { ...cell, level: 4 })).rejects.toThrow('A target is one of the levels 0, 1, 2, 3.');
    const { levels } = await readCatalogue(ctx, { platform: 'assurance' });
    expect(levels.map(({ level }) => level)).toEqual([0, 1, 2, 3]);
  });
});
