import { expect, test } from 'vitest';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { saveTarget } from '#server/catalogue/save-target.ts';
import { assembleBundle } from '#server/evidence/assemble-bundle.ts';
import { rubricOf } from '#server/rubrics/rubric-of.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { type TestContext, testContext } from '#tests/support/test-context.ts';

const platform = 'payments';
const cell = { platform, capability: 'security', aspect: 'adoption' };

onBothDatabases('the settings of a past instant', (makeDb) => {
  async function start() {
    const db = await makeDb();
    await createTestPlatform(db);
    return testContext(db);
  }
  async function bundleAt(ctx: TestContext, asOf: string) {
    const found = await findPlatform(ctx, platform);
    return assembleBundle(ctx.db, { platform: found, rubric: rubricOf(found), asOf: new Date(asOf) });
  }
  const first = '2026-11-22T13:00:00.000Z';
  const second = '2026-11-22T14:00:00.000Z';
  const third = '2026-11-22T15:00:00.000Z';

  test('stay as they were when capabilities and targets change later', async () => {
    const ctx = await start();
    const before = await bundleAt(ctx, first);
    ctx.setNow(second);
    await saveTarget(ctx, { ...cell, level: 4 });
    ctx.setNow(third);
    const between = await bundleAt(ctx, second);
    await saveCapability(ctx, { platform, key: 'security', weight: 3, mandatory: false, state: 'not_offered' });
    await saveCapability(ctx, { platform, key: 'observability', state: 'archived' });
    await saveTarget(ctx, { ...cell, level: null });
    expect(await bundleAt(ctx, first)).toEqual(before);
    expect(await bundleAt(ctx, second)).toEqual(between);
    expect(between.settings.targets).toEqual([{ capability: 'security', aspect: 'adoption', level: 4 }]);
    const now = (await bundleAt(ctx, third)).settings;
    expect(now.targets).toEqual([]);
    expect(now.capabilities.map(({ key }) => key)).not.toContain('observability');
    expect(now.capabilities.find(({ key }) => key === 'security')).toMatchObject({ weight: 3, state: 'not_offered' });
  });
});
