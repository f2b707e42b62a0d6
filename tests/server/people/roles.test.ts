import { expect, test } from 'vitest';
import { saveTeam } from '#server/catalogue/save-team.ts';
import { createUser } from '#server/people/create-user.ts';
import { deactivateUser } from '#server/people/deactivate-user.ts';
import { grantRole } from '#server/people/grant-role.ts';
import { listPeople } from '#server/people/list-people.ts';
import { readPasswordLink } from '#server/people/read-password-link.ts';
import { revokeRole } from '#server/people/revoke-role.ts';
import { setPassword } from '#server/people/set-password.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { ADMIN, insertTestPerson } from '#tests/support/build-people.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

const ANONYMOUS = { kind: 'anonymous' } as const;

onBothDatabases('people and roles', (makeDb) => {
  async function start() {
    const db = await makeDb();
    const platformId = await createTestPlatform(db);
    const ada = await insertTestPerson(db, { name: 'Ada', grants: [ADMIN] });
    return { db, platformId, ada, ctx: testContext(db, ada) };
  }
  const tokenOf = (link: string) => link.split('/').at(-1) ?? '';

  test('an invited person sets a password by a link that works once', async () => {
    const { ctx } = await start();
    const { link } = await createUser(ctx, { name: 'Otto', email: 'otto@example.org', admin: false });
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/welcome\/[\w-]{43}$/);
    const anonymous = ctx.as(ANONYMOUS);
    const token = tokenOf(link);
    await expect(readPasswordLink(anonymous, { token })).resolves.toMatchObject({ state: 'open', name: 'Otto' });
    await expect(setPassword(anonymous, { token, password: 'otto@example.org' })).rejects.toThrow(
      'must not be your e-mail',
    );
    await setPassword(anonymous, { token, password: 'four unrelated words' });
    await expect(readPasswordLink(anonymous, { token })).resolves.toEqual({ state: 'spent' });
    await expect(setPassword(anonymous, { token, password: 'four other words' })).rejects.toThrow('has been used');
  });

  test('a password link expires after three days', async () => {
    const { ctx } = await start();
    const token = tokenOf((await createUser(ctx, { name: 'Otto', email: 'otto@example.org', admin: false })).link);
    ctx.setNow('2026-11-25T12:00:00.000Z');
    await expect(setPassword(ctx.as(ANONYMOUS), { token, password: 'four unrelated words' })).rejects.toThrow(
      'expired',
    );
  });

  test('an e-mail has one account, however it is written', async () => {
    const { ctx } = await start();
    const again = createUser(ctx, { name: 'Ada two', email: 'ada@example.org', admin: false });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('the last administrator cannot be taken away, in either way', async () => {
    const { db, ctx, ada } = await start();
    const { id } = await db.selectFrom('roleGrant').select('id').executeTakeFirstOrThrow();
    await expect(revokeRole(ctx, { grant: id })).rejects.toThrow('This is the last administrator.');
    await expect(deactivateUser(ctx, { user: ada.id, deactivated: true })).rejects.toThrow(
      'This is the last administrator.',
    );
  });

  test('of two administrators who take each other away at once, one remains', async () => {
    const { db, ctx } = await start();
    await insertTestPerson(db, { name: 'Grace', grants: [ADMIN] });
    const grants = await db.selectFrom('roleGrant').select('id').execute();
    const outcomes = await Promise.allSettled(grants.map(({ id }) => revokeRole(ctx, { grant: id })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.selectFrom('roleGrant').select('id').execute()).toHaveLength(1);
  });

  test('the same role given several times at once is one role, and taking it away takes it', async () => {
    const { db, ctx } = await start();
    const otto = await insertTestPerson(db, { name: 'Otto' });
    const give = () => grantRole(ctx, { user: otto.id, platform: null, role: 'viewer', team: null });
    const outcomes = await Promise.allSettled([give(), give(), give(), give()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [grant, ...others] = await db.selectFrom('roleGrant').select('id').where('userId', '=', otto.id).execute();
    expect(others).toEqual([]);
    await revokeRole(ctx, { grant: grant?.id ?? '' });
    expect(await db.selectFrom('roleGrant').select('id').where('userId', '=', otto.id).execute()).toEqual([]);
  });

  test('an administrator of one platform gives roles there and nowhere else', async () => {
    const { db, platformId, ctx } = await start();
    await createTestPlatform(db, 'retail');
    const otto = await insertTestPerson(db, { name: 'Otto' });
    const local = ctx.as(person('admin', { platformId }));
    await grantRole(local, { user: otto.id, platform: 'payments', role: 'viewer', team: null });
    const elsewhere = grantRole(local, { user: otto.id, platform: 'retail', role: 'viewer', team: null });
    await expect(elsewhere).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const everywhere = grantRole(local, { user: otto.id, platform: null, role: 'admin', team: null });
    await expect(everywhere).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a role is given once, and an owner has a team', async () => {
    const { db, ctx } = await start();
    const otto = await insertTestPerson(db, { name: 'Otto' });
    const role = { user: otto.id, platform: 'payments', role: 'viewer' as const, team: null };
    await grantRole(ctx, role);
    await expect(grantRole(ctx, role)).rejects.toThrow('has this role already');
    await expect(grantRole(ctx, { ...role, role: 'owner' })).rejects.toThrow('Choose one');
    await expect(grantRole(ctx, { ...role, team: 'devex' })).rejects.toThrow('Only owners have a team');
    await saveTeam(ctx, { key: 'devex', name: 'DevEx', parent: null, contact: null, archived: false });
    await grantRole(ctx, { ...role, role: 'owner', team: 'devex' });
    const people = await listPeople(ctx, { platform: 'payments' });
    expect(people.find(({ name }) => name === 'Otto')?.roles.map(({ role: held, team }) => [held, team])).toEqual([
      ['viewer', null],
      ['owner', 'devex'],
    ]);
  });

  test('the audit log says who gave which role to whom', async () => {
    const { db, ctx, ada } = await start();
    const otto = await insertTestPerson(db, { name: 'Otto' });
    await grantRole(ctx, { user: otto.id, platform: 'payments', role: 'editor', team: null });
    const entry = await db
      .selectFrom('auditEntry')
      .selectAll()
      .where('action', '=', 'role.grant')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ actorId: ada.id, actorName: 'Ada', subject: otto.id });
    expect(JSON.parse(entry.detail)).toEqual({ person: 'Otto', role: 'editor', team: null });
  });
});
