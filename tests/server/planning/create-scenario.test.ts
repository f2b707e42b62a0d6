import { expect, test } from 'vitest';
import { changeScenario } from '#server/planning/change-scenario.ts';
import { createScenarioInput } from '#server/planning/create-scenario.ts';
import { readScenario } from '#server/planning/read-scenario.ts';
import { backlogContext } from '#tests/support/build-backlog.ts';
import { OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { keepScenario, SECOND_MAINTAINER } from '#tests/support/build-scenario.ts';
import { makeSqlite, onBothDatabases } from '#tests/support/databases.ts';
import { person, token } from '#tests/support/test-context.ts';

onBothDatabases('keeping a what-if', (makeDb) => {
  test('gives it a name that everybody can open, and leaves a trace', async () => {
    const ctx = await backlogContext(await makeDb());
    const { id, version } = await keepScenario(ctx.as(OWNER), { description: 'If we hire.' });
    expect(version).toBe(1);
    expect(await readScenario(ctx.as(VIEWER), { platform: 'payments', id })).toMatchObject({
      ...{ name: 'More people', description: 'If we hire.', createdBy: 'Name of olga', mayChange: false },
      assumptions: [SECOND_MAINTAINER],
    });
    const entry = await ctx.db
      .selectFrom('auditEntry')
      .selectAll()
      .where('action', '=', 'scenario.create')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ actorId: 'olga', subject: id, platformId: 'payments' });
  });
});

test('whoever may only look keeps nothing, nor does a token that only reads', async () => {
  const ctx = await backlogContext((await makeSqlite()).db);
  await expect(keepScenario(ctx.as(VIEWER))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(keepScenario(ctx.as(token(['read'])))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(keepScenario(ctx.as(person('editor', { platformId: 'other' })))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await ctx.db.selectFrom('scenario').selectAll().execute()).toEqual([]);
});

test('a few assumptions of which nothing is known any more are kept, many are refused', async () => {
  const ctx = await backlogContext((await makeSqlite()).db);
  const strange = (many: number) =>
    Array.from({ length: many }, (_, i) =>
      i % 2 === 0
        ? { criterion: `OLD-1.${i}`, capability: null, state: 'met' }
        : { ...SECOND_MAINTAINER, capability: `gone-${i}` },
    );
  const { id } = await keepScenario(ctx, { assumptions: [SECOND_MAINTAINER, ...strange(100)] });
  await expect(keepScenario(ctx, { assumptions: strange(101) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('101 of these are about criteria or capabilities'),
  });
  // those that stand there already are no news
  const change = { platform: 'payments', id, version: 1 };
  const assumptions = (many: number) => createScenarioInput.shape.assumptions.parse(strange(many));
  expect(await changeScenario(ctx, { ...change, assumptions: assumptions(200) })).toMatchObject({ version: 2 });
  const tooMany = changeScenario(ctx, { ...change, version: 2, assumptions: assumptions(301) });
  await expect(tooMany).rejects.toThrow('101 of these');
});

test.each([
  ['no name', { name: '  ' }, 'name'],
  ['a name of two lines', { name: 'a\nb' }, 'one line'],
  ['a place twice', { assumptions: [SECOND_MAINTAINER, { ...SECOND_MAINTAINER, state: 'unknown' }] }, 'twice'],
  ['a state that there is not', { assumptions: [{ ...SECOND_MAINTAINER, state: 'announced' }] }, 'Invalid'],
  [
    'a criterion that cannot be one',
    { assumptions: [{ ...SECOND_MAINTAINER, criterion: '<b>' }] },
    'id of a criterion',
  ],
])('a scenario with %s is refused', (_, given, words) => {
  const parsed = createScenarioInput.safeParse({ platform: 'payments', name: 'A', assumptions: [], ...given });
  expect(parsed.error?.message).toContain(words);
});
