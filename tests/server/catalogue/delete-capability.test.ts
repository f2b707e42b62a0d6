import { expect, test } from 'vitest';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { deleteCapability } from '#server/catalogue/delete-capability.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { listCapabilities } from '#server/catalogue/list-capabilities.ts';
import { listTargets } from '#server/catalogue/list-targets.ts';
import { orderCapabilities } from '#server/catalogue/order-capabilities.ts';
import { readSettings } from '#server/catalogue/read-settings.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { saveTargets } from '#server/catalogue/save-targets.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { insertTestPerson } from '#tests/support/build-people.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const platform = 'payments';
const LATER = '2026-11-23T12:00:00.000Z';

onBothDatabases('deleting a capability', (makeDb) => {
  async function start() {
    const db = await makeDb();
    const id = await createTestPlatform(db);
    return { db, id, ctx: testContext(db) };
  }

  test('takes it away with its targets, and leaves the past as it was', async () => {
    const { db, id, ctx } = await start();
    await saveCapability(ctx, { platform, key: 'typo', name: 'Typo' });
    await saveTargets(ctx, { platform, targets: [{ capability: 'typo', aspect: 'adoption', level: 4 }] });
    ctx.setNow(LATER);
    await deleteCapability(ctx, { platform, capability: 'typo' });
    expect((await listCapabilities(ctx, { platform })).map(({ key }) => key)).toEqual(['observability', 'security']);
    expect(await listTargets(ctx, { platform })).toEqual([]);
    expect(ctx.rescored).toEqual([id, id, id]);
    const before = await readSettings(db, id, '2026-11-23T11:59:59.999Z');
    expect(before.capabilities.map(({ key }) => key)).toContain('typo');
    expect(before.targets).toEqual([{ capability: 'typo', aspect: 'adoption', level: 4 }]);
    await expect(deleteCapability(ctx, { platform, capability: 'typo' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is refused where evidence, claims, surveys, quarters or the backlog need it, and says so', async () => {
    const { db, id, ctx } = await start();
    const remove = () => deleteCapability(ctx, { platform, capability: 'observability' });
    const series = { platformId: id, metric: 'bypass', capability: 'observability', team: '', labels: '{}' };
    await db.insertInto('series').values(series).execute();
    await expect(remove()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('evidence of it'),
    });
    const ada = ctx.as(await insertTestPerson(db, { grants: [{ role: 'editor', platformId: null, teamId: null }] }));
    await answerCriterion(ada, {
      ...{ platform, criterion: 'OPS-2.a', capability: 'observability', answer: 'no' },
    });
    const claim = { platformId: id, aspect: 'adoption', capability: 'observability', claimed: 2 };
    await db
      .insertInto('selfAssessment')
      .values({ ...claim, answeredBy: 'x', answeredAt: START, importId: null })
      .execute();
    await expect(remove()).rejects.toThrow(
      'Observability is needed: there is evidence of it; an attestation is about it; the self-assessment speaks of it. Archive it instead.',
    );
    expect((await listCapabilities(ctx, { platform })).length).toBe(2);
  });
});

onBothDatabases('the order of capabilities', (makeDb) => {
  test('is the one that was asked for; what was not named follows as before', async () => {
    const db = await makeDb();
    const id = await createTestPlatform(db, platform, ['observability', 'security', 'data', 'apis']);
    const ctx = testContext(db);
    const keys = async () => (await listCapabilities(ctx, { platform })).map(({ key }) => key);
    const first = await keys();
    ctx.setNow(LATER);
    const wanted = [...first].reverse().slice(0, 2);
    await orderCapabilities(ctx, { platform, order: [...wanted, ...wanted] });
    expect(await keys()).toEqual([...wanted, ...first.filter((key) => !wanted.includes(key))]);
    const was = await readSettings(db, (await findPlatform(ctx, platform)).id, START);
    expect(was.capabilities.map(({ key }) => key)).toEqual(first);
    expect(ctx.rescored).toEqual([id]);
    await expect(orderCapabilities(ctx, { platform, order: ['nothing'] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('puts what is added at the end, also after something was taken away', async () => {
    const db = await makeDb();
    await createTestPlatform(db, platform, ['observability', 'security', 'data']);
    const ctx = testContext(db);
    const [first = ''] = (await listCapabilities(ctx, { platform })).map(({ key }) => key);
    await deleteCapability(ctx, { platform, capability: first });
    await saveCapability(ctx, { platform, key: 'apis' });
    expect((await listCapabilities(ctx, { platform })).at(-1)).toMatchObject({ key: 'apis' });
    const positions = await db.selectFrom('capability').select('position').execute();
    expect(new Set(positions.map(({ position }) => position)).size).toBe(3);
  });
});
