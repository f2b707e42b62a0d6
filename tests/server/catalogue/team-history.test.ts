import { expect, test } from 'vitest';
import { deleteTeam } from '#server/catalogue/delete-team.ts';
import { listTeams } from '#server/catalogue/list-teams.ts';
import { readTeam } from '#server/catalogue/read-team.ts';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { saveTeam } from '#server/catalogue/save-team.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { insertTestPerson } from '#tests/support/build-people.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const team = (key: string, parent: string | null = null, change: { name?: string; archived?: boolean } = {}) => ({
  ...{ key, name: key, parent, contact: null, archived: false },
  ...change,
});
const LATER = '2026-11-23T12:00:00.000Z';
const LAST = '2026-11-24T12:00:00.000Z';

onBothDatabases('the order of teams', (makeDb) => {
  test('is kept: a past instant has the names, the order and the archive of that instant', async () => {
    const ctx = testContext(await makeDb());
    await saveTeam(ctx, team('commerce'));
    await saveTeam(ctx, team('core'));
    await saveTeam(ctx, team('checkout', 'commerce'));
    const first = await listTeams(ctx);
    ctx.setNow(LATER);
    await saveTeam(ctx, team('checkout', 'core', { name: 'Checkout & carts' }));
    await saveTeam(ctx, team('new'));
    const second = await listTeams(ctx);
    ctx.setNow(LAST);
    await saveTeam(ctx, team('checkout', 'core', { name: 'Checkout & carts', archived: true }));
    expect(await listTeams(ctx, { asOf: '2026-11-23T11:59:59.999Z' })).toEqual(first);
    expect(await listTeams(ctx, { asOf: LATER })).toEqual(second);
    expect(await listTeams(ctx, { asOf: '2026-11-22T11:59:59.999Z' })).toEqual([]);
    const now = await listTeams(ctx, { asOf: LAST });
    expect(now.find(({ key }) => key === 'checkout')).toMatchObject({ parent: 'core', archived: true });
    expect(now).toEqual(await listTeams(ctx));
  });

  test('is told of one team, with the time that each state held', async () => {
    const ctx = testContext(await makeDb());
    for (const key of ['commerce', 'core']) await saveTeam(ctx, team(key));
    await saveTeam(ctx, team('checkout', 'commerce'));
    ctx.setNow(LATER);
    await saveTeam(ctx, team('checkout', 'core'));
    ctx.setNow(LAST);
    await saveTeam(ctx, team('checkout', 'core', { archived: true }));
    const { states } = await readTeam(ctx, { team: 'checkout' });
    expect(states).toEqual([
      { from: LAST, until: null, name: 'checkout', parent: 'core', archived: true },
      { from: LATER, until: LAST, name: 'checkout', parent: 'core', archived: false },
      { from: START, until: LATER, name: 'checkout', parent: 'commerce', archived: false },
    ]);
  });

  test('is not written down when nothing changes, nor when only the contact does', async () => {
    const ctx = testContext(await makeDb());
    await saveTeam(ctx, team('core'));
    ctx.setNow(LATER);
    await saveTeam(ctx, team('core'));
    await saveTeam(ctx, { ...team('core'), contact: '#core' });
    expect((await readTeam(ctx, { team: 'core' })).states).toHaveLength(1);
    const actions = await ctx.db.selectFrom('auditEntry').select('action').orderBy('at').execute();
    expect(actions.map(({ action }) => action)).toEqual(['team.add', 'team.change']);
  });

  test('has no ring, also when two moves at once would make one together', async () => {
    const ctx = testContext(await makeDb());
    for (const key of ['a', 'b']) await saveTeam(ctx, team(key));
    const moves = await Promise.allSettled([saveTeam(ctx, team('a', 'b')), saveTeam(ctx, team('b', 'a'))]);
    expect(moves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await listTeams(ctx)).filter(({ parent }) => parent !== null)).toHaveLength(1);
  });

  test('archives from below, and puts nothing under an archived team', async () => {
    const ctx = testContext(await makeDb());
    await saveTeam(ctx, team('commerce'));
    await saveTeam(ctx, team('checkout', 'commerce'));
    const archive = () => saveTeam(ctx, team('commerce', null, { archived: true }));
    await expect(archive()).rejects.toThrow('Move or archive them first: checkout.');
    await saveTeam(ctx, team('checkout', 'commerce', { archived: true }));
    await archive();
    await expect(saveTeam(ctx, team('ledger', 'commerce'))).rejects.toThrow('commerce is archived');
    await expect(saveTeam(ctx, team('checkout', 'commerce'))).rejects.toThrow('Bring it back first');
    // a name may be mended all the same
    await saveTeam(ctx, team('checkout', 'commerce', { name: 'Checkout', archived: true }));
  });
});

onBothDatabases('a team', (makeDb) => {
  test('that nothing needs is deleted with its own past', async () => {
    const ctx = testContext(await makeDb());
    await saveTeam(ctx, team('typo'));
    ctx.setNow(LATER);
    await saveTeam(ctx, team('typo', null, { name: 'Typo' }));
    expect(await readTeam(ctx, { team: 'typo' })).toMatchObject({ needed: null });
    await deleteTeam(ctx, { team: 'typo' });
    expect(await listTeams(ctx)).toEqual([]);
    expect(await ctx.db.selectFrom('pastTeam').selectAll().execute()).toEqual([]);
    await expect(deleteTeam(ctx, { team: 'typo' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { subject } = await ctx.db
      .selectFrom('auditEntry')
      .select('subject')
      .where('action', '=', 'team.delete')
      .executeTakeFirstOrThrow();
    expect(subject).toBe('typo');
  });

  test('that history needs stays, and the refusal says why', async () => {
    const db = await makeDb();
    const ctx = testContext(db);
    const platformId = await createTestPlatform(db);
    for (const key of ['devex', 'above', 'asked']) await saveTeam(ctx, team(key));
    const remove = (key: string) => deleteTeam(ctx, { team: key });
    await saveCapability(ctx, { platform: 'payments', key: 'security', ownerTeam: 'devex' });
    await expect(remove('devex')).rejects.toThrow('devex is needed: it owns capabilities. Archive it instead.');
    ctx.setNow(LATER);
    await saveCapability(ctx, { platform: 'payments', key: 'security', ownerTeam: null });
    await expect(remove('devex')).rejects.toThrow('it owned capabilities before');
    await saveTeam(ctx, team('below', 'above'));
    await expect(remove('above')).rejects.toThrow('other teams belong to it');
    await saveTeam(ctx, team('below'));
    ctx.setNow(LAST);
    await saveTeam(ctx, team('below', 'above'));
    await saveTeam(ctx, team('below', 'devex'));
    await expect(remove('above')).rejects.toThrow('once did');
    await db
      .insertInto('series')
      .values({ platformId, metric: 'team-adoption', capability: '', team: 'asked', labels: '{}' })
      .execute();
    await expect(remove('asked')).rejects.toThrow('evidence is labelled with it');
  });

  test('for which somebody speaks as owner stays', async () => {
    const db = await makeDb();
    const ctx = testContext(db);
    await saveTeam(ctx, team('devex'));
    const { id: teamId } = await db.selectFrom('team').select('id').executeTakeFirstOrThrow();
    await insertTestPerson(db, { grants: [{ role: 'owner', platformId: null, teamId }] });
    await expect(deleteTeam(ctx, { team: 'devex' })).rejects.toThrow('people speak for it as owners');
  });
});
