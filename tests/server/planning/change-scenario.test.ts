import { expect, test } from 'vitest';
import { changeScenario } from '#server/planning/change-scenario.ts';
import { readScenario } from '#server/planning/read-scenario.ts';
import { removeScenario } from '#server/planning/remove-scenario.ts';
import { backlogContext } from '#tests/support/build-backlog.ts';
import { EDITOR, OTHER_EDITOR, OWNER, VIEWER } from '#tests/support/build-claims.ts';
import { keepScenario, SECOND_MAINTAINER } from '#tests/support/build-scenario.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person } from '#tests/support/test-context.ts';

const OTHER_OWNER = person('owner', { id: 'otto', teamId: 'storage' });

onBothDatabases('a scenario', (makeDb) => {
  const start = async () => {
    const ctx = await backlogContext(await makeDb());
    const { id } = await keepScenario(ctx.as(OWNER));
    const place = { platform: 'payments', id };
    return { ctx, place, read: () => readScenario(ctx, place) };
  };

  test('is renamed and given other assumptions by whoever made it, and by every editor', async () => {
    const { ctx, place, read } = await start();
    const assumptions = [{ ...SECOND_MAINTAINER, state: 'exempt' as const }];
    expect(await changeScenario(ctx.as(OWNER), { ...place, version: 1, name: 'Fewer rules' })).toMatchObject({
      version: 2,
    });
    await changeScenario(ctx.as(OTHER_EDITOR), { ...place, version: 2, assumptions });
    expect(await read()).toMatchObject({ name: 'Fewer rules', assumptions, version: 3 });
    const entries = ctx.db.selectFrom('auditEntry').select('actorId').where('action', '=', 'scenario.change');
    expect((await entries.execute()).map(({ actorId }) => actorId).toSorted()).toEqual(['olga', 'otto']);
  });

  test('of somebody else stays as it is for other owners and viewers', async () => {
    const { ctx, place, read } = await start();
    for (const actor of [OTHER_OWNER, VIEWER]) {
      await expect(changeScenario(ctx.as(actor), { ...place, version: 1, name: 'Mine' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await expect(removeScenario(ctx.as(actor), { ...place, version: 1 })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    expect(await read()).toMatchObject({ name: 'More people', version: 1 });
  });

  test('that two people change at once keeps what the first wrote', async () => {
    const { ctx, place, read } = await start();
    const tries = await Promise.allSettled(
      [EDITOR, OTHER_EDITOR].map((actor, i) => changeScenario(ctx.as(actor), { ...place, version: 1, name: `N${i}` })),
    );
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(changeScenario(ctx, { ...place, version: 1, name: 'Late' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('changed'),
    });
    expect((await read()).version).toBe(2);
  });

  test('is deleted by its author, not in a version that one has not seen, and the log keeps that it was there', async () => {
    const { ctx, place, read } = await start();
    await changeScenario(ctx, { ...place, version: 1, description: 'Better described.' });
    await expect(removeScenario(ctx.as(OWNER), { ...place, version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await removeScenario(ctx.as(OWNER), { ...place, version: 2 });
    await expect(read()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const entry = await ctx.db
      .selectFrom('auditEntry')
      .selectAll()
      .where('action', '=', 'scenario.remove')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ actorId: 'olga', subject: place.id });
    // how much it assumed, not what: a log of many long ones could not be read
    expect(JSON.parse(entry.detail)).toEqual({ name: 'More people', description: 'Better described.', assumptions: 1 });
  });
});
