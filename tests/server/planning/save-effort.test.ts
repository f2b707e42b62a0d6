import { expect, test } from 'vitest';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { readCapability } from '#server/capabilities/read-capability.ts';
import { deleteCapability } from '#server/catalogue/delete-capability.ts';
import { findPlatform } from '#server/catalogue/find-platform.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { listEfforts } from '#server/planning/list-efforts.ts';
import { saveEffort, saveEffortInput } from '#server/planning/save-effort.ts';
import { backlogContext } from '#tests/support/build-backlog.ts';
import { claimsContext, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

/** Ten person-days a capability in the CNCF pack. */
const MAINTAINERS = { platform: 'payments', criterion: 'INV-2.b', capability: 'data' };

onBothDatabases('the person-days of a criterion', (makeDb) => {
  const start = async () => claimsContext(await makeDb());
  const daysOf = async (ctx: TestContext, criterion: string, capability: string | null) =>
    (await listEfforts(ctx.db, await findPlatform(ctx, 'payments'))).get(keyOf(criterion, capability));

  test('are the rubric’s until somebody here says otherwise, and again when that is taken back', async () => {
    const ctx = await start();
    expect(await daysOf(ctx, 'INV-2.b', 'data')).toBe(10);
    expect(await saveEffort(ctx, { ...MAINTAINERS, days: 3.5 })).toMatchObject({ days: 3.5, isOwn: true });
    expect(await daysOf(ctx, 'INV-2.b', 'data')).toBe(3.5);
    expect(await daysOf(ctx, 'INV-2.b', 'security')).toBe(10);
    await saveEffort(ctx, { ...MAINTAINERS, days: 4 });
    expect(await daysOf(ctx, 'INV-2.b', 'data')).toBe(4);
    expect(await saveEffort(ctx, { ...MAINTAINERS, days: null })).toMatchObject({ days: 10, isOwn: false });
    expect(await daysOf(ctx, 'INV-2.b', 'data')).toBe(10);
  });

  test('of the platform as a whole stand once', async () => {
    const ctx = await start();
    await saveEffort(ctx, { platform: 'payments', criterion: 'INV-2.a', capability: null, days: 1 });
    const efforts = await listEfforts(ctx.db, await findPlatform(ctx, 'payments'));
    expect([...efforts.keys()].filter((key) => key.startsWith('INV-2.a'))).toEqual([keyOf('INV-2.a', null)]);
    expect(efforts.get(keyOf('INV-2.a', null))).toBe(1);
  });

  test('are said by the owner of a capability for it alone', async () => {
    const ctx = (await start()).as(OWNER);
    expect(await saveEffort(ctx, { ...MAINTAINERS, days: 2 })).toMatchObject({ days: 2 });
    const foreign = saveEffort(ctx, { ...MAINTAINERS, capability: 'security', days: 2 });
    await expect(foreign).rejects.toThrow('belongs to another team');
    const whole = saveEffort(ctx, { platform: 'payments', criterion: 'INV-2.a', capability: null, days: 2 });
    await expect(whole).rejects.toThrow('belongs to another team');
    await expect(saveEffort(ctx.as(VIEWER), { ...MAINTAINERS, days: 2 })).rejects.toThrow('role "owner"');
  });

  test('leave an audit entry for each change, and none where nothing changes', async () => {
    const ctx = await start();
    for (const days of [3, 3, null, null]) await saveEffort(ctx, { ...MAINTAINERS, days });
    const entries = await ctx.db
      .selectFrom('auditEntry')
      .select(['subject', 'detail'])
      .where('action', '=', 'effort.set')
      .execute();
    expect(entries.map(({ subject, detail }) => [subject, JSON.parse(detail)])).toEqual([
      ['INV-2.b/data', { before: null, days: 3 }],
      ['INV-2.b/data', { before: 3, days: null }],
    ]);
  });

  test('stand on the page of its capability', async () => {
    const ctx = await backlogContext(await makeDb());
    const read = async () =>
      (
        await readCapability(ctx, {
          platform: 'payments',
          capability: 'data',
          aspect: 'investment',
          criterion: 'INV-2.b',
        })
      ).open?.criterion;
    expect(await read()).toMatchObject({ effort: 10, isOwnEffort: false });
    await saveEffort(ctx, { ...MAINTAINERS, days: 3.5 });
    expect(await read()).toMatchObject({ effort: 3.5, isOwnEffort: true });
  });

  test('go with a capability that is deleted', async () => {
    const ctx = await start();
    await saveCapability(ctx, { platform: 'payments', key: 'mistake', name: 'Mistake', consumption: 'requested' });
    await saveEffort(ctx, { ...MAINTAINERS, capability: 'mistake', days: 3 });
    await deleteCapability(ctx, { platform: 'payments', capability: 'mistake' });
    expect(await ctx.db.selectFrom('effortEstimate').selectAll().execute()).toEqual([]);
  });

  test.each([
    [{ criterion: 'INV-9.z' }, 'no criterion "INV-9.z"'],
    [{ capability: 'nothing' }, 'no such capability'],
    [{ capability: null }, 'about one capability'],
  ])('are refused for a place that there is not: %o', async (part, message) => {
    const ctx = await start();
    await expect(saveEffort(ctx, { ...MAINTAINERS, days: 2, ...part })).rejects.toThrow(message);
  });
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9, 1.005])('%d person-days are refused', (days) => {
  expect(saveEffortInput.safeParse({ ...MAINTAINERS, days }).success).toBe(false);
});
