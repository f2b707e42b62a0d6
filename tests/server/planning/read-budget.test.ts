import { expect, test } from 'vitest';
import { readBudget } from '#server/planning/read-budget.ts';
import { saveEffort } from '#server/planning/save-effort.ts';
import { claimsContext, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('what stands around a plan within a budget', (makeDb) => {
  test('says who may estimate what, and what has been estimated here', async () => {
    const ctx = await claimsContext(await makeDb());
    await saveEffort(ctx, { platform: 'payments', criterion: 'INV-2.a', capability: null, days: 3 });
    const read = async (actor: typeof OWNER) => readBudget(ctx.as(actor), { platform: 'payments' });
    const owner = await read(OWNER);
    // Storage owns data and nothing else
    expect(owner.capabilities.filter(({ mayEstimate }) => mayEstimate).map(({ key }) => key)).toEqual(['data']);
    expect(owner).toMatchObject({ mayEstimatePlatform: false, mayPropose: true, isGated: true });
    expect(owner.ownEfforts).toEqual([{ criterion: 'INV-2.a', capability: null }]);
    const viewer = await read(VIEWER);
    expect(viewer).toMatchObject({ mayEstimatePlatform: false, mayPropose: false });
    expect(viewer.capabilities.some(({ mayEstimate }) => mayEstimate)).toBe(false);
  });
});
