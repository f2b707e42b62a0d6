import { expect, test } from 'vitest';
import { backlogSnapshotSchema, ledgerOf } from '#server/backlog/backlog-snapshot.ts';
import { exportLedger } from '#server/backlog/export-ledger.ts';
import { moveImprovement } from '#server/backlog/move-improvement.ts';
import { openLedger } from '#server/backlog/open-ledger.ts';
import { readImprovement } from '#server/backlog/read-improvement.ts';
import { readLedger } from '#server/backlog/read-ledger.ts';
import { snapshotBacklog } from '#server/backlog/snapshot-backlog.ts';
import { backlogContext, maintainers, ONE_STEP, propose } from '#tests/support/build-backlog.ts';
import { EDITOR } from '#tests/support/build-claims.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const platform = 'payments';

async function move(ctx: TestContext, id: string, state: 'doing' | 'done' | 'planned') {
  const { version } = await readImprovement(ctx.as(EDITOR), { platform, id });
  await moveImprovement(ctx, { platform, id, version, state });
}

onBothDatabases('the ledger', (makeDb) => {
  test('holds what evidence verified, by the quarter in which it did, as it was known at an instant', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    const { id } = await propose(ctx, { title: '=Find a second maintainer' });
    await move(ctx, id, 'doing');
    ctx.setNow('2026-11-23T12:00:00.000Z');
    await move(ctx, id, 'done');
    ctx.setNow('2026-11-25T12:00:00.000Z');
    await maintainers(ctx, 2);
    await ctx.rescore('payments');
    const { items, quarters, all, needed } = await openLedger(ctx, { platform });
    expect(items).toMatchObject([
      {
        ...{ id, state: 'verified', period: '2026-Q4', predicted: ONE_STEP, measured: ONE_STEP },
        ...{ closedAt: '2026-11-23T12:00:00.000Z', settledAt: '2026-11-25T12:00:00.000Z' },
      },
    ]);
    expect(quarters).toMatchObject([{ period: '2026-Q4', settled: 1, verified: 1, ratio: null, daysToVerify: 2 }]);
    expect({ needed, all }).toMatchObject({ needed: 5, all: { predicted: ONE_STEP, measured: ONE_STEP } });
    expect((await readLedger(ctx.db, 'payments', '2026-11-24T12:00:00.000Z')).items).toEqual([]);
    const frozen = await snapshotBacklog(ctx.db, 'payments', '2026-11-25T12:00:00.000Z');
    expect(ledgerOf(backlogSnapshotSchema.parse(frozen))).toMatchObject({ needed: 5, items, quarters, all });
    const csv = await (await exportLedger(ctx, { platform })).text();
    expect(csv.split('\r\n')[1]).toContain(`,'=Find a second maintainer,2026-Q4,verified,`);
  });

  test('keeps a verdict that went against it, also while it is worked on again', async () => {
    const ctx = await backlogContext(await makeDb());
    await ctx.rescore('payments');
    const { id } = await propose(ctx);
    await move(ctx, id, 'done');
    // ninety days of grace, and evidence that still says one maintainer
    ctx.setNow('2027-02-23T12:00:00.000Z');
    await maintainers(ctx, 1);
    await ctx.rescore('payments');
    await move(ctx, id, 'doing');
    expect((await openLedger(ctx, { platform })).items).toMatchObject([
      { id, state: 'not_confirmed', period: '2027-Q1', predicted: ONE_STEP, measured: null },
    ]);
  });
});
