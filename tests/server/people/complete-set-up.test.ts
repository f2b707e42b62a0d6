import { expect, test } from 'vitest';
import { completeSetUp } from '#server/people/complete-set-up.ts';
import { makeSetUpLink } from '#server/people/make-set-up-link.ts';
import { readSetUpLink } from '#server/people/read-set-up-link.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { START, testContext } from '#tests/support/test-context.ts';

const env = { publicUrl: 'https://plumbline.example.org' };
const FORM = {
  name: 'Ada Administrator',
  email: 'ada@example.org',
  password: 'four unrelated words here',
  platform: {
    key: 'payments',
    name: 'Payments',
    timeZone: 'Europe/Berlin',
    fiscalYearStartMonth: 4,
    capabilities: ['observability', 'build-test'],
  },
};

onBothDatabases('the set-up link', (makeDb) => {
  async function setUp() {
    const db = await makeDb();
    const link = await makeSetUpLink(db, env, new Date(START));
    const token = link?.split('/').at(-1) ?? '';
    return { db, ctx: testContext(db, { kind: 'anonymous' }), link, token };
  }

  test('is built from PUBLIC_URL and carries 256 bits', async () => {
    const { link, token } = await setUp();
    expect(link).toBe(`https://plumbline.example.org/set-up/${token}`);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  test('is stored as a hash only', async () => {
    const { db, token } = await setUp();
    const rows = await db.selectFrom('setUpLink').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('is looked at without being spent, and offers the 13 capabilities', async () => {
    const { ctx, token } = await setUp();
    await readSetUpLink(ctx, { token });
    const link = await readSetUpLink(ctx, { token });
    expect(link.state).toBe('open');
    expect(link.capabilities).toHaveLength(13);
  });

  test('makes the first administrator and the first platform, with its capabilities in the order of the pack', async () => {
    const { db, ctx, token } = await setUp();
    await expect(completeSetUp(ctx, { token, ...FORM })).resolves.toEqual({ platform: 'payments' });
    const grants = await db.selectFrom('roleGrant').select(['role', 'platformId']).execute();
    expect(grants).toEqual([{ role: 'admin', platformId: null }]);
    const capabilities = await db.selectFrom('capability').select(['key', 'state']).orderBy('position').execute();
    expect(capabilities).toEqual([
      { key: 'build-test', state: 'offered' },
      { key: 'observability', state: 'offered' },
    ]);
    expect(ctx.rescored).toHaveLength(1);
  });

  test('leaves an audit trail without the password', async () => {
    const { db, ctx, token } = await setUp();
    await completeSetUp(ctx, { token, ...FORM });
    const entries = await db
      .selectFrom('auditEntry')
      .select(['action', 'actorName', 'detail'])
      .orderBy('action')
      .execute();
    expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['platform.create', FORM.name],
      ['set-up.complete', FORM.name],
    ]);
    expect(JSON.stringify(entries)).not.toContain(FORM.password);
    expect(JSON.stringify(entries)).not.toContain(token);
  });

  test('works once', async () => {
    const { ctx, token } = await setUp();
    await completeSetUp(ctx, { token, ...FORM });
    expect((await readSetUpLink(ctx, { token })).state).toBe('spent');
    await expect(completeSetUp(ctx, { token, ...FORM })).rejects.toThrow('This set-up link has been used.');
  });

  test('is won by one of eight who send the form at once', async () => {
    const { db, ctx, token } = await setUp();
    const forms = Array.from({ length: 8 }, (_, n) =>
      completeSetUp(ctx, {
        token,
        ...FORM,
        email: `person-${n}@example.org`,
        platform: { ...FORM.platform, key: `platform-${'abcdefgh'.charAt(n)}` },
      }),
    );
    const outcomes = await Promise.allSettled(forms);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CONFLICT' });
    }
    expect(await db.selectFrom('user').selectAll().execute()).toHaveLength(1);
    expect(await db.selectFrom('platform').selectAll().execute()).toHaveLength(1);
  });

  test('expires after an hour', async () => {
    const { ctx, token } = await setUp();
    ctx.setNow('2026-11-22T13:00:00.000Z');
    expect((await readSetUpLink(ctx, { token })).state).toBe('expired');
    await expect(completeSetUp(ctx, { token, ...FORM })).rejects.toThrow('Start Plumbline again');
  });

  test('of an older start no longer works', async () => {
    const { db, ctx, token } = await setUp();
    await makeSetUpLink(db, env, new Date(START));
    expect((await readSetUpLink(ctx, { token })).state).toBe('unknown');
    await expect(completeSetUp(ctx, { token, ...FORM })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is not made once there is an administrator', async () => {
    const { db, ctx, token } = await setUp();
    await completeSetUp(ctx, { token, ...FORM });
    await expect(makeSetUpLink(db, env, new Date(START))).resolves.toBeNull();
  });

  test('is not spent by a form that is refused', async () => {
    const { db, ctx, token } = await setUp();
    const bad = { ...FORM.platform, capabilities: ['teleportation'] };
    await expect(completeSetUp(ctx, { token, ...FORM, platform: bad })).rejects.toThrow(
      'no capability "teleportation"',
    );
    await expect(completeSetUp(ctx, { token, ...FORM, password: 'short' })).rejects.toThrow('at least 12 characters');
    expect(await db.selectFrom('user').selectAll().execute()).toEqual([]);
    expect((await readSetUpLink(ctx, { token })).state).toBe('open');
  });
});
