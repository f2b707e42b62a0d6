import { expect, test } from 'vitest';
import { moveImprovement, moveImprovementInput } from '#server/backlog/move-improvement.ts';
import { readImprovement } from '#server/backlog/read-improvement.ts';
import { backlogContext, maintainers, propose } from '#tests/support/build-backlog.ts';
import { EDITOR, OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import type { TestContext } from '#tests/support/test-context.ts';

type State = Parameters<typeof moveImprovement>[1]['state'];
/** Moves an improvement as whoever looks at its newest version. */
async function move(ctx: TestContext, id: string, state: State, before?: string) {
  const { version } = await readImprovement(ctx.as(EDITOR), { platform: 'payments', id });
  return moveImprovement(ctx, moveImprovementInput.parse({ platform: 'payments', id, version, state, before }));
}
const orderOf = async (ctx: TestContext) => {
  const rows = await ctx.db.selectFrom('improvement').select('title').orderBy('position').execute();
  return rows.map(({ title }) => title);
};

onBothDatabases('moving an improvement', (makeDb) => {
  test('is kept with its times and an audit entry', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await propose(ctx);
    ctx.setNow('2026-11-23T09:00:00.000Z');
    expect(await move(ctx, id, 'doing')).toEqual({ id, version: 2, state: 'doing' });
    ctx.setNow('2026-11-24T09:00:00.000Z');
    await move(ctx, id, 'done');
    const read = await readImprovement(ctx, { platform: 'payments', id });
    expect(read).toMatchObject({
      ...{ state: 'done', version: 3, startedAt: '2026-11-23T09:00:00.000Z', closedAt: '2026-11-24T09:00:00.000Z' },
      confirmBy: '2027-02-22T09:00:00.000Z',
      rights: { change: true, moves: ['doing', 'dropped'], evaluate: true },
    });
    const entries = await ctx.db
      .selectFrom('auditEntry')
      .select(['actorId', 'detail'])
      .where('action', '=', 'improvement.move')
      .orderBy('at')
      .execute();
    expect(entries.map(({ actorId, detail }) => [actorId, JSON.parse(detail)])).toMatchObject([
      ['erin', { from: 'proposed', to: 'doing' }],
      ['erin', { from: 'doing', to: 'done' }],
    ]);
  });

  test('of two people who move one card, the later is told how it stands now', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await propose(ctx);
    const seen = { platform: 'payments', id, version: 1 };
    const both = await Promise.allSettled([
      moveImprovement(ctx.as(EDITOR), { ...seen, state: 'doing' }),
      moveImprovement(ctx.as(OTHER_EDITOR), { ...seen, state: 'dropped' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state, version } = await readImprovement(ctx, seen);
    const words = state === 'doing' ? 'being worked on' : 'dropped';
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT', message: expect.stringContaining(`it is now ${words}`) },
    });
    expect(version).toBe(2);
    expect(await ctx.db.selectFrom('improvementMove').selectAll().execute()).toHaveLength(2);
  });

  test('a rank is kept within a state, however often the same place is taken', async () => {
    const ctx = await backlogContext(await makeDb());
    const ids = new Map<string, string>();
    for (const title of ['one', 'two', 'three']) ids.set(title, (await propose(ctx, { title })).id);
    const idOf = (title: string) => ids.get(title) ?? '';
    await move(ctx, idOf('three'), 'proposed', idOf('two'));
    expect(await orderOf(ctx)).toEqual(['one', 'three', 'two']);
    await move(ctx, idOf('one'), 'proposed');
    expect(await orderOf(ctx)).toEqual(['three', 'two', 'one']);
    // each move halves the gap before “two”: 24 of them would leave a ten-millionth of it
    for (let round = 0; round < 12; round += 1) {
      await move(ctx, idOf('one'), 'proposed', idOf('two'));
      expect(await orderOf(ctx)).toEqual(['three', 'one', 'two']);
      await move(ctx, idOf('three'), 'proposed', idOf('two'));
      expect(await orderOf(ctx)).toEqual(['one', 'three', 'two']);
    }
    const positions = await ctx.db.selectFrom('improvement').select('position').orderBy('position').execute();
    const gaps = positions.slice(1).map(({ position }, i) => position - (positions[i]?.position ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(4e-7);
    const elsewhere = (await propose(ctx, { title: 'four' })).id;
    await move(ctx, elsewhere, 'planned');
    await expect(move(ctx, idOf('one'), 'proposed', elsewhere)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('what its effect is measured from is how its criteria stood when work began', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await propose(ctx);
    const before = () => ctx.db.selectFrom('improvementCriterion').select('stateBefore').executeTakeFirstOrThrow();
    ctx.setNow('2026-11-23T09:00:00.000Z');
    await maintainers(ctx, 3);
    await ctx.rescore('payments');
    expect(await before()).toEqual({ stateBefore: 'not_met' });
    await move(ctx, id, 'planned');
    expect(await before()).toEqual({ stateBefore: 'not_met' });
    await move(ctx, id, 'doing');
    expect(await before()).toEqual({ stateBefore: 'met' });
    ctx.setNow('2026-11-24T09:00:00.000Z');
    await maintainers(ctx, 1);
    await ctx.rescore('payments');
    await move(ctx, id, 'planned');
    await move(ctx, id, 'doing');
    expect(await before()).toEqual({ stateBefore: 'met' });
  });
});

test('nobody verifies by hand, and what is verified stays', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const { id } = await propose(ctx);
  for (const state of ['verified', 'not_confirmed'] as const) {
    await expect(move(ctx, id, state)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('Only an evaluation'),
    });
  }
  await db.updateTable('improvement').set({ state: 'verified' }).execute();
  for (const state of ['proposed', 'doing', 'done', 'dropped'] as const) {
    await expect(move(ctx, id, state)).rejects.toMatchObject({ code: 'CONFLICT' });
  }
  await remove();
});

test('what is dropped is proposed again before it is done', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const { id } = await propose(ctx);
  await move(ctx, id, 'dropped');
  await expect(move(ctx, id, 'done')).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'What is dropped does not become done.',
  });
  expect(await move(ctx, id, 'proposed')).toMatchObject({ state: 'proposed' });
  await remove();
});

test('owners plan for the capabilities of their teams, and take their own proposals back', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const owner = ctx.as(OWNER);
  const own = await propose(ctx);
  expect(await move(owner, own.id, 'planned')).toMatchObject({ state: 'planned' });
  const foreign = [{ criterion: 'INV-2.b', capability: 'messaging' }];
  const proposed = await propose(owner, { criteria: foreign });
  await expect(move(owner, proposed.id, 'planned')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await move(owner, proposed.id, 'dropped')).toMatchObject({ state: 'dropped' });
  const ofOthers = await propose(ctx, { criteria: foreign });
  await expect(move(owner, ofOthers.id, 'dropped')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(move(ctx.as(VIEWER), ofOthers.id, 'dropped')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const ofPlatform = await propose(owner, { criteria: [{ criterion: 'INV-2.a', capability: null }] });
  await expect(move(owner, ofPlatform.id, 'planned')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await remove();
});

test('an improvement of another platform is not there', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  const { id } = await propose(ctx);
  const { packId, packVersion } = await db.selectFrom('platform').selectAll().executeTakeFirstOrThrow();
  const at = '2026-01-01T00:00:00.000Z';
  const other = { id: 'other', key: 'other', name: 'Other', timeZone: 'UTC', fiscalYearStartMonth: 1, createdAt: at };
  await db
    .insertInto('platform')
    .values({ ...other, packId, packVersion })
    .execute();
  const moved = moveImprovement(ctx, { platform: 'other', id, version: 1, state: 'planned' });
  await expect(moved).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await remove();
});
