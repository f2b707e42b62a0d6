import { expect, test } from 'vitest';
import { createToken } from '#server/people/create-token.ts';
import { deactivateUser } from '#server/people/deactivate-user.ts';
import { listTokens } from '#server/people/list-tokens.ts';
import { readTokenActor } from '#server/people/read-token-actor.ts';
import { revokeRole } from '#server/people/revoke-role.ts';
import { revokeToken } from '#server/people/revoke-token.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { ADMIN, insertTestPerson } from '#tests/support/build-people.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { testContext, token as tokenActor } from '#tests/support/test-context.ts';

const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });
const REQUEST = { name: 'CI', scopes: ['metrics:write' as const], platform: 'payments', expiresInDays: 30 };

onBothDatabases('API tokens', (makeDb) => {
  async function start() {
    const db = await makeDb();
    const platformId = await createTestPlatform(db);
    const ada = await insertTestPerson(db, { name: 'Ada', grants: [ADMIN] });
    const edith = await insertTestPerson(db, { name: 'Edith', grants: [{ role: 'editor', platformId, teamId: null }] });
    return { db, platformId, edith, ctx: testContext(db, edith), admin: testContext(db, ada) };
  }

  test('carry 256 bits, are shown once and stored as a hash', async () => {
    const { db, ctx } = await start();
    const { token } = await createToken(ctx, REQUEST);
    expect(token).toMatch(/^plb_[\w-]{43}$/);
    const kept = JSON.stringify([
      await db.selectFrom('apiToken').selectAll().execute(),
      await db.selectFrom('auditEntry').selectAll().execute(),
      await listTokens(ctx, { platform: 'payments' }),
    ]);
    expect(kept).not.toContain(token.slice(8));
  });

  test('name the token, its scopes and its platform', async () => {
    const { ctx, platformId, edith } = await start();
    const { token, id } = await createToken(ctx, REQUEST);
    await expect(readTokenActor(ctx, bearer(token))).resolves.toEqual({
      kind: 'token',
      id,
      name: 'CI',
      scopes: ['metrics:write'],
      platformId,
      grants: edith.grants,
    });
  });

  test.each(['', 'Bearer', 'Bearer plb_short', `Bearer plb_${'x'.repeat(43)}`, 'Basic YTpi'])(
    '"%s" is refused',
    async (authorization) => {
      const { ctx } = await start();
      await expect(readTokenActor(ctx, new Headers({ authorization }))).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    },
  );

  test('end when they expire, are revoked, or their maker is deactivated', async () => {
    const { ctx, admin, edith } = await start();
    const [revoked, orphaned] = [await createToken(ctx, REQUEST), await createToken(ctx, REQUEST)];
    await revokeToken(ctx, { token: revoked.id });
    await expect(readTokenActor(ctx, bearer(revoked.token))).rejects.toThrow('valid API token');
    await readTokenActor(ctx, bearer(orphaned.token));
    await deactivateUser(admin, { user: edith.id, deactivated: true });
    await expect(readTokenActor(ctx, bearer(orphaned.token))).rejects.toThrow('valid API token');
    await deactivateUser(admin, { user: edith.id, deactivated: false });
    ctx.setNow('2026-12-22T12:00:00.000Z');
    await expect(readTokenActor(ctx, bearer(orphaned.token))).rejects.toThrow('valid API token');
  });

  test('are never given more than their maker may do', async () => {
    const { ctx } = await start();
    const administering = createToken(ctx, { ...REQUEST, scopes: ['admin'] });
    await expect(administering).rejects.toThrow('needs the role "admin"');
    const everywhere = createToken(ctx, { ...REQUEST, platform: null });
    await expect(everywhere).rejects.toThrow('needs an administrator');
    const byToken = createToken(ctx.as(tokenActor(['admin'])), REQUEST);
    await expect(byToken).rejects.toThrow('cannot make tokens');
  });

  test('lose what their maker loses', async () => {
    const { db, ctx, admin, edith } = await start();
    const { token } = await createToken(ctx, REQUEST);
    const grant = await db
      .selectFrom('roleGrant')
      .select('id')
      .where('userId', '=', edith.id)
      .executeTakeFirstOrThrow();
    await revokeRole(admin, { grant: grant.id });
    await expect(readTokenActor(ctx, bearer(token))).resolves.toMatchObject({ grants: [] });
  });

  test('made by the operator are bound by their scopes alone', async () => {
    const { db } = await start();
    const operator = testContext(db, { kind: 'system', name: 'cli' });
    const { token } = await createToken(operator, { ...REQUEST, platform: null });
    await expect(readTokenActor(operator, bearer(token))).resolves.toMatchObject({ grants: null, platformId: null });
  });

  test('remember the day of their last use, and no more', async () => {
    const { db, ctx } = await start();
    const { token } = await createToken(ctx, REQUEST);
    await readTokenActor(ctx, bearer(token));
    const row = await db.selectFrom('apiToken').select('lastUsedOn').executeTakeFirstOrThrow();
    expect(row.lastUsedOn).toBe('2026-11-22');
  });

  test('of others are seen and ended by administrators only', async () => {
    const { db, platformId, ctx, admin } = await start();
    const { id } = await createToken(ctx, REQUEST);
    const vera = await insertTestPerson(db, { name: 'Vera', grants: [{ role: 'viewer', platformId, teamId: null }] });
    await expect(listTokens(ctx.as(vera), { platform: 'payments' })).resolves.toEqual([]);
    await expect(revokeToken(ctx.as(vera), { token: id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(listTokens(admin, { platform: 'payments' })).resolves.toMatchObject([{ name: 'CI', madeBy: 'Edith' }]);
    await revokeToken(admin, { token: id });
    await expect(listTokens(ctx, { platform: 'payments' })).resolves.toMatchObject([{ state: 'revoked' }]);
  });
});
