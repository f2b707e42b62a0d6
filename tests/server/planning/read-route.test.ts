import { expect, test } from 'vitest';
import { readPlanner } from '#server/planning/read-planner.ts';
import { readPlatformRoute } from '#server/planning/read-platform-route.ts';
import { readRoute } from '#server/planning/read-route.ts';
import { saveEffort } from '#server/planning/save-effort.ts';
import { backlogContext, ONE_STEP, propose } from '#tests/support/build-backlog.ts';
import { claimsContext, VIEWER } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const platform = 'payments';
const cell = { platform, capability: 'data', aspect: 'investment' };

onBothDatabases('the route to target', (makeDb) => {
  test('of a cell names each step with its owner, its days and what is done about it already', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await propose(ctx);
    await saveEffort(ctx, { platform, criterion: 'INV-2.b', capability: 'data', days: 2.5 });
    const route = await readRoute(ctx.as(VIEWER), cell);
    expect(route).toMatchObject({ level: 1, target: 3, obstacle: null, reaches: 3 });
    // the only one missing at level 2
    expect(route.steps[0]).toMatchObject({
      ...{ criterion: 'INV-2.b', capability: 'data', kind: 'improve', opens: 2, owner: 'Storage', effort: 2.5 },
      ...{ level: 2, gain: ONE_STEP, improvements: [{ id, title: 'Find a second maintainer', state: 'proposed' }] },
    });
    expect(route.steps.slice(1).every(({ opens }) => opens === 3)).toBe(true);
    const shared = route.steps.find(({ capability }) => capability === null);
    // what is asked of the platform is asked in Investment of the twelve others too
    expect(shared?.alsoIn).toHaveLength(12);
  });

  test('of the platform leads every cell to its target, the best first', async () => {
    const ctx = await backlogContext(await makeDb());
    const { route } = await readPlatformRoute(ctx.as(VIEWER), { platform });
    expect(route?.stages.at(-1)?.percentToTarget).toBe(1);
    const values = route?.stages.map(({ percentToTarget }) => percentToTarget ?? 0) ?? [];
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(route?.stages.some(({ capability, from, to }) => capability === 'data' && from === 1 && to === 2)).toBe(
      true,
    );
  });

  test('is for those who may look at the platform, and of a cell that is there', async () => {
    const ctx = await backlogContext(await makeDb());
    const stranger = ctx.as(person('admin', { platformId: 'other' }));
    for (const ask of [() => readRoute(stranger, cell), () => readPlatformRoute(stranger, { platform })]) {
      await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(readRoute(ctx, { ...cell, aspect: 'luck' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('before anything is scored is not known, and the planner says so', async () => {
    const ctx = await claimsContext(await makeDb());
    expect((await readPlatformRoute(ctx, { platform })).route).toBeNull();
    expect((await readPlanner(ctx, { platform })).base).toBeNull();
    await expect(readRoute(ctx, cell)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
