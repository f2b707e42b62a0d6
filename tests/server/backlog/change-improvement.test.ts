import { expect, test } from 'vitest';
import { saveDeactivatedAt } from '#db/queries/people.ts';
import { changeImprovement } from '#server/backlog/change-improvement.ts';
import { moveImprovement } from '#server/backlog/move-improvement.ts';
import { openImprovement } from '#server/backlog/read-improvement.ts';
import { backlogContext, MAINTAINERS, maintainers, ONE_STEP, propose } from '#tests/support/build-backlog.ts';
import { OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

const APPROVED_BUDGET = { criterion: 'INV-2.e', capability: null };
const read = async (ctx: TestContext, id: string) => (await openImprovement(ctx, { platform: 'payments', id })).item;

onBothDatabases('changing an improvement', (makeDb) => {
  test('keeps what was not named, and tells in its history who changed what', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await propose(ctx, { owner: { person: 'olga' }, notes: 'Ask around.' });
    ctx.setNow('2026-11-23T09:00:00.000Z');
    const changed = await changeImprovement(ctx.as(OTHER_EDITOR), {
      ...{ platform: 'payments', id, version: 1, title: 'Train a second maintainer', dueOn: '2027-01-31' },
    });
    expect(changed).toEqual({ id, version: 2 });
    const { item, history } = await openImprovement(ctx.as(VIEWER), { platform: 'payments', id });
    expect(item).toMatchObject({
      ...{ title: 'Train a second maintainer', notes: 'Ask around.', dueOn: '2027-01-31', version: 2 },
      owner: { kind: 'person', name: 'Name of olga', active: true },
      rights: { change: false, moves: [], evaluate: false },
    });
    expect(history).toMatchObject([
      { action: 'improvement.change', by: 'editor otto', changed: ['title', 'dueOn'] },
      { action: 'improvement.create', by: 'editor erin', changed: [] },
    ]);
  });

  test('other criteria give it a new prediction; those that stay keep what they are measured from', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await propose(ctx);
    ctx.setNow('2026-11-23T09:00:00.000Z');
    await maintainers(ctx, 2);
    await ctx.rescore('payments');
    await changeImprovement(ctx, { platform: 'payments', id, version: 1, criteria: [MAINTAINERS, APPROVED_BUDGET] });
    // the maintainer is found already, and a supporting criterion lifts no level
    expect(await read(ctx, id)).toMatchObject({ predicted: { value: 0, asOf: '2026-11-23T09:00:00.000Z' } });
    const rows = await ctx.db.selectFrom('improvementCriterion').selectAll().orderBy('criterion').execute();
    expect(rows.map(({ criterion, stateBefore }) => [criterion, stateBefore])).toEqual([
      ['INV-2.b', 'not_met'],
      ['INV-2.e', 'unknown'],
    ]);
  });

  test('of two changes at once one is refused with the title that stands now', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await propose(ctx);
    const titles = ['First thought', 'Second thought'];
    const both = await Promise.allSettled(
      titles.map((title) => changeImprovement(ctx, { platform: 'payments', id, version: 1, title })),
    );
    const { title } = await read(ctx, id);
    expect(titles).toContain(title);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT', message: expect.stringContaining(title) },
    });
  });
});

test('a change of nothing is no change', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const { id } = await propose(ctx);
  const same = { platform: 'payments', id, version: 1, title: 'Find a second maintainer', criteria: [MAINTAINERS] };
  expect(await changeImprovement(ctx, same)).toEqual({ id, version: 1 });
  expect((await openImprovement(ctx, { platform: 'payments', id })).history).toHaveLength(1);
  await remove();
});

test('what is done keeps its criteria', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const { id } = await propose(ctx);
  await moveImprovement(ctx, { platform: 'payments', id, version: 1, state: 'done' });
  const other = { platform: 'payments', id, version: 2, criteria: [APPROVED_BUDGET] };
  await expect(changeImprovement(ctx, other)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('keeps its criteria'),
  });
  expect(await changeImprovement(ctx, { ...other, criteria: [MAINTAINERS], notes: 'Ida has joined.' })).toEqual({
    id,
    version: 3,
  });
  expect(await read(ctx, id)).toMatchObject({ notes: 'Ida has joined.', predicted: { value: ONE_STEP } });
  await remove();
});

test('an owner who has left stays readable, and in the way of no other change', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const { id } = await propose(ctx, { owner: { person: 'olga' } });
  await saveDeactivatedAt(db, 'olga', '2026-11-22T13:00:00.000Z');
  const owner = { person: 'olga' };
  await changeImprovement(ctx, { platform: 'payments', id, version: 1, title: 'Find somebody', owner });
  expect(await read(ctx, id)).toMatchObject({ owner: { name: 'Name of olga', active: false }, title: 'Find somebody' });
  await changeImprovement(ctx, { platform: 'payments', id, version: 2, owner: { team: 'storage' } });
  expect(await read(ctx, id)).toMatchObject({ owner: { kind: 'team', key: 'storage' } });
  await changeImprovement(ctx, { platform: 'payments', id, version: 3, owner: null });
  expect(await read(ctx, id)).toMatchObject({ owner: null });
  await remove();
});

test('owners change what is theirs, and their own proposals while they are proposals', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const owner = ctx.as(OWNER);
  const foreign = [{ criterion: 'INV-2.b', capability: 'messaging' }];
  const change = (who: TestContext, id: string, version: number, given: object) =>
    changeImprovement(who, { platform: 'payments', id, version, ...given });
  const own = await propose(ctx);
  expect(await change(owner, own.id, 1, { notes: 'Ours.' })).toMatchObject({ version: 2 });
  await expect(change(owner, own.id, 2, { criteria: foreign })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const proposed = await propose(owner, { criteria: foreign });
  expect(await change(owner, proposed.id, 1, { notes: 'Please.' })).toMatchObject({ version: 2 });
  await moveImprovement(ctx, { platform: 'payments', id: proposed.id, version: 2, state: 'planned' });
  await expect(change(owner, proposed.id, 3, { notes: 'Soon.' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(change(ctx.as(VIEWER), own.id, 2, { notes: 'Mine.' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await remove();
});
