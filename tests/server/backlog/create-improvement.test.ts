import { expect, test } from 'vitest';
import { saveDeactivatedAt } from '#db/queries/people.ts';
import { createImprovementInput } from '#server/backlog/create-improvement.ts';
import { backlogContext, MAINTAINERS, ONE_STEP, propose } from '#tests/support/build-backlog.ts';
import { OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { person, token } from '#tests/support/test-context.ts';

onBothDatabases('proposing an improvement', (makeDb) => {
  test('keeps what it should flip, what it would change, and the effort that the rubric gives', async () => {
    const ctx = await backlogContext(await makeDb());
    const made = await propose(ctx, { owner: { person: 'olga' }, dueOn: '2027-03-31' });
    expect(made).toMatchObject({ version: 1, state: 'proposed', effortDays: 10 });
    // Investment in `data` would rise from 1 to 2; with everything unknown turning out well even to its target 3, and with
    // its unchecked symptoms acting not at all
    expect(made.predicted).toEqual({
      asOf: '2026-11-22T12:00:00.000Z',
      ...{ value: ONE_STEP, low: 0, high: 2 / 128 },
      cells: [{ capability: 'data', aspect: 'investment', from: 1, to: 2 }],
    });
    const row = await ctx.db.selectFrom('improvement').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      id: made.id,
      ownerUserId: 'olga',
      dueOn: '2027-03-31',
      createdBy: 'erin',
      position: 1,
    });
    expect(await ctx.db.selectFrom('improvementCriterion').selectAll().execute()).toEqual([
      { improvementId: made.id, ...MAINTAINERS, stateBefore: 'not_met', valueBefore: null },
    ]);
    const entry = await ctx.db
      .selectFrom('auditEntry')
      .selectAll()
      .where('action', '=', 'improvement.create')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ actorId: 'erin', subject: made.id, platformId: 'payments' });
  });

  test('an owner may propose for another team, a token with the scope as well', async () => {
    const ctx = await backlogContext(await makeDb());
    const criteria = [{ criterion: 'INV-2.b', capability: 'messaging' }];
    expect(await propose(ctx.as(OWNER), { criteria })).toMatchObject({ state: 'proposed' });
    expect(await propose(ctx.as(token(['backlog:write'])), { criteria })).toMatchObject({ state: 'proposed' });
  });
});

const refusals: [title: string, given: Record<string, unknown>, code: string, words: string][] = [
  [
    'a criterion that does not exist',
    { criteria: [{ criterion: 'INV-9.z', capability: 'data' }] },
    'NOT_FOUND',
    'INV-9.z',
  ],
  [
    'a capability that does not exist',
    { criteria: [{ criterion: 'INV-2.b', capability: 'lake' }] },
    'NOT_FOUND',
    'capability',
  ],
  [
    'a platform criterion for one capability',
    { criteria: [{ criterion: 'INV-2.a', capability: 'data' }] },
    'BAD_REQUEST',
    'whole platform',
  ],
  [
    'a criterion of one capability for the platform',
    { criteria: [{ criterion: 'INV-2.b', capability: null }] },
    'BAD_REQUEST',
    'Say which',
  ],
  // INT-1.e is only for capabilities with implicit use
  [
    'a criterion that does not apply',
    { criteria: [{ criterion: 'INT-1.e', capability: 'data' }] },
    'BAD_REQUEST',
    'does not apply',
  ],
  ['an owner who is nobody here', { owner: { person: 'nobody' } }, 'NOT_FOUND', 'Nobody of that id'],
  ['a team that is not there', { owner: { team: 'ghosts' } }, 'NOT_FOUND', 'no team'],
];

test.each(refusals)('%s is refused', async (_title, given, code, words) => {
  const { db, remove } = await makeSqlite();
  const refused = propose(await backlogContext(db), given);
  await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  await remove();
});

test('a viewer, a person of another platform and a token without the scope propose nothing', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  await expect(propose(ctx.as(VIEWER))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(propose(ctx.as(person('editor', { platformId: 'other' })))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(propose(ctx.as(token(['read'])))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(propose(ctx.as({ kind: 'anonymous' }))).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await remove();
});

test('nobody is made the owner who can no longer sign in', async () => {
  const { db, remove } = await makeSqlite();
  const ctx = await backlogContext(db);
  await saveDeactivatedAt(db, 'olga', '2026-11-01T00:00:00.000Z');
  await expect(propose(ctx, { owner: { person: 'olga' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await remove();
});

test('an improvement names criteria, each once, and a day is a day', () => {
  const reads = (change: object) =>
    createImprovementInput.safeParse({ platform: 'payments', title: 'Better', criteria: [MAINTAINERS], ...change })
      .success;
  expect(reads({})).toBe(true);
  expect(reads({ criteria: [] })).toBe(false);
  expect(reads({ criteria: [MAINTAINERS, MAINTAINERS] })).toBe(false);
  expect(reads({ title: ' a ' })).toBe(false);
  expect(reads({ dueOn: '2027-02-30' })).toBe(false);
  expect(reads({ effortDays: -1 })).toBe(false);
  expect(reads({ state: 'verified' })).toBe(false);
});
