import { expect, test } from 'vitest';
import { backlogSnapshotSchema } from '#server/backlog/backlog-snapshot.ts';
import { moveImprovement } from '#server/backlog/move-improvement.ts';
import { nameOwners, snapshotBacklog } from '#server/backlog/snapshot-backlog.ts';
import { backlogContext, maintainers, ONE_STEP, propose } from '#tests/support/build-backlog.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the backlog at an instant', (makeDb) => {
  test('is as it was then, whatever happened later', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await propose(ctx, { owner: { person: 'olga' }, dueOn: '2027-01-31' });
    ctx.setNow('2026-11-23T09:00:00.000Z');
    await moveImprovement(ctx, { platform: 'payments', id, version: 1, state: 'done' });
    ctx.setNow('2026-11-24T09:00:00.000Z');
    await propose(ctx, { title: 'Later', owner: { team: 'storage' } });
    await maintainers(ctx, 2);
    await ctx.rescore('payments');
    const at = async (time: string) => {
      const snapshot = await snapshotBacklog(ctx.db, 'payments', time);
      return backlogSnapshotSchema.parse(snapshot).items;
    };
    expect(await at('2026-11-22T11:00:00.000Z')).toEqual([]);
    const criteria = [
      {
        ...{ criterion: 'INV-2.b', capability: 'data', capabilityName: 'Data services' },
        title: expect.stringContaining('two'),
      },
    ];
    expect(await at('2026-11-22T12:00:00.000Z')).toMatchObject([
      {
        id,
        state: 'proposed',
        since: '2026-11-22T12:00:00.000Z',
        predicted: { value: ONE_STEP },
        measured: null,
        criteria,
      },
    ]);
    expect(await at('2026-11-24T08:00:00.000Z')).toMatchObject([
      { state: 'done', since: '2026-11-23T09:00:00.000Z', measured: null, dueOn: '2027-01-31', effortDays: 10 },
    ]);
    expect(await at('2026-11-24T09:00:00.000Z')).toMatchObject([
      { title: 'Later', state: 'proposed', owner: { kind: 'team', key: 'storage', name: 'Storage' } },
      { id, state: 'verified', measured: { value: ONE_STEP } },
    ]);
  });

  test('holds no name of a person, which may have to be forgotten; whoever reads it sees the name of today', async () => {
    const ctx = await backlogContext(await makeDb());
    await propose(ctx, { owner: { person: 'olga' } });
    const snapshot = await snapshotBacklog(ctx.db, 'payments', '2026-11-23T09:00:00.000Z');
    expect(JSON.stringify(snapshot)).not.toContain('Name of');
    expect(snapshot.items).toMatchObject([{ owner: { kind: 'person', key: 'olga', name: null } }]);
    await ctx.db.updateTable('user').set({ name: 'Former member' }).where('id', '=', 'olga').execute();
    expect((await nameOwners(ctx.db, snapshot)).items).toMatchObject([{ owner: { name: 'Former member' } }]);
  });
});
