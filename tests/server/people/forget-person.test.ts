import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { saveTeam } from '#server/catalogue/save-team.ts';
import { createPasswordLink } from '#server/people/create-password-link.ts';
import { createToken } from '#server/people/create-token.ts';
import { createUser } from '#server/people/create-user.ts';
import { deactivateUser } from '#server/people/deactivate-user.ts';
import { forgetPerson } from '#server/people/forget-person.ts';
import { grantRole } from '#server/people/grant-role.ts';
import { listPeople } from '#server/people/list-people.ts';
import { recordAudit } from '#server/people/record-audit.ts';
import { saveDraft } from '#server/reports/save-draft.ts';
import { createDraft } from '#server/rubrics/create-draft.ts';
import { listTrackers } from '#server/tracking/list-trackers.ts';
import { readTracker } from '#server/tracking/read-tracker.ts';
import { saveTracker } from '#server/tracking/save-tracker.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { ADMIN, insertTestPerson } from '#tests/support/build-people.ts';
import { SHIPPED } from '#tests/support/build-rubric-draft.ts';
import { mailedSurvey, sendMail } from '#tests/support/build-survey-mail.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

const NAME = 'Grace "Amazing" Hopper';
const EMAIL = 'grace_hopper@example.org';

onBothDatabases('somebody who is forgotten', (makeDb) => {
  async function start() {
    const db = await makeDb();
    await createTestPlatform(db);
    const ada = await insertTestPerson(db, {
      name: 'Ada',
      grants: [{ role: 'admin', platformId: null, teamId: null }],
    });
    const ctx = testContext(db, ada);
    const { id: user } = await createUser(ctx, { name: NAME, email: EMAIL, admin: false });
    await grantRole(ctx, { user, platform: 'payments', role: 'editor', team: null });
    await createPasswordLink(ctx, { user });
    const grants = await db.selectFrom('roleGrant').selectAll().where('userId', '=', user).execute();
    const grace = ctx.as({ kind: 'person', id: user, name: NAME, grants });
    return { db, ctx, user, grace };
  }
  /** Everything that the database holds, as text. */
  async function everything(db: Awaited<ReturnType<typeof start>>['db']) {
    const tables = (await db.introspection.getTables()).map(({ name }) => sql.table(name));
    return JSON.stringify(await Promise.all(tables.map((table) => sql`select * from ${table}`.execute(db))));
  }

  test('is named nowhere any more, and what they did stays', async () => {
    const { db, ctx, user, grace } = await start();
    await saveTeam(grace, { key: 'devex', name: 'DevEx', parent: null, contact: EMAIL, archived: false });
    await createToken(grace, { name: 'CI', scopes: ['read'], platform: 'payments', expiresInDays: 9 });
    const { id: platformId } = await db.selectFrom('platform').select('id').executeTakeFirstOrThrow();
    const change = { action: 'survey.remind', platformId, subject: 'x', detail: { to: [{ mail: EMAIL }] } };
    await recordAudit(db, ctx, change);
    expect(await everything(db)).toContain(EMAIL);
    await deactivateUser(ctx, { user, deactivated: true });
    await forgetPerson(ctx, { user });
    const left = await everything(db);
    for (const trace of ['Grace', 'Hopper', 'grace_hopper']) expect(left).not.toContain(trace);
    const kept = await db
      .selectFrom('auditEntry')
      .select(['action', 'actorName'])
      .where('actorId', '=', user)
      .execute();
    expect(kept).toContainEqual({ action: 'team.add', actorName: 'Former member' });
    for (const table of ['account', 'roleGrant', 'passwordLink'] as const) {
      expect(await db.selectFrom(table).select('id').where('userId', '=', user).execute()).toEqual([]);
    }
    const token = await db.selectFrom('apiToken').select('revokedAt').executeTakeFirstOrThrow();
    expect(token.revokedAt).not.toBeNull();
    expect((await listPeople(ctx, { platform: 'payments' })).map(({ name }) => name)).toEqual(['Ada']);
  });

  test('is no account of an issue tracker any more, however their address was typed', async () => {
    const { db, ctx, user, grace } = await start();
    const settings = { address: 'https://acme.example.org', user: 'Grace_Hopper@example.ORG', token: 'hidden' };
    const of = { platform: 'payments', kind: 'jira', intervalMinutes: 15 as const };
    const { id: tracker } = await saveTracker(grace, {
      ...of,
      name: 'Jira',
      settings: { ...settings, projectKey: 'PLAT' },
    });
    await saveTracker(ctx, {
      ...of,
      name: 'Other',
      settings: { ...settings, user: 'a@example.org', projectKey: 'B2' },
    });
    await deactivateUser(ctx, { user, deactivated: true });
    await forgetPerson(ctx, { user });
    expect((await everything(db)).toLowerCase()).not.toContain('hopper');
    const left = await readTracker(ctx, { platform: 'payments', tracker });
    expect(left.form?.settings).toMatchObject({ user: `${user}@forgotten.invalid`, projectKey: 'PLAT' });
    const [other] = (await listTrackers(ctx, { platform: 'payments' })).filter(({ name }) => name === 'Other');
    expect(other?.place).toBe('B2');
  });

  test('was deactivated first, is forgotten once, and does not come back', async () => {
    const { ctx, user } = await start();
    await expect(forgetPerson(ctx, { user })).rejects.toThrow('Deactivate Grace "Amazing" Hopper first.');
    await deactivateUser(ctx, { user, deactivated: true });
    await forgetPerson(ctx, { user });
    await expect(forgetPerson(ctx, { user })).rejects.toThrow('forgotten already');
    await expect(deactivateUser(ctx, { user, deactivated: false })).rejects.toThrow('This person has been forgotten.');
    // the address is free for a new account
    await createUser(ctx, { name: NAME, email: EMAIL, admin: false });
  });

  test('leaves the names of others alone, and is forgotten by an administrator of everything', async () => {
    const { db, ctx, user } = await start();
    await insertTestPerson(db, { name: 'Namesake', email: 'other@example.org' });
    await recordAudit(db, ctx, { action: 'x.y', platformId: null, subject: 'z', detail: { person: 'Namesake' } });
    await deactivateUser(ctx, { user, deactivated: true });
    await expect(forgetPerson(ctx.as(person('editor')), { user })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await forgetPerson(ctx, { user });
    expect(await everything(db)).toContain('{\\"person\\":\\"Namesake\\"}');
    await expect(forgetPerson(ctx, { user: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('froze and published quarters that keep no name', async () => {
    const { db, ctx, user, grace } = await start();
    const { id: platformId } = await db.selectFrom('platform').select('id').executeTakeFirstOrThrow();
    await db.insertInto('document').values({ sha256: 'x', kind: 'bundle', content: '{}' }).execute();
    const at = '2026-11-22T12:00:00.000Z';
    const rubric = { rubricId: 'cncf-platform', rubricVersion: '1.0.0', rubricSha256: 'x' };
    const hashes = { ...rubric, bundleSha256: 'x', scorecardSha256: 'x' };
    const times = { asOf: at, frozenAt: at, publishedAt: at, frozenBy: NAME, publishedBy: NAME };
    const quarter = { id: 'q1', platformId, platformName: 'Payments', period: '2026-Q3', state: 'published' as const };
    await db
      .insertInto('assessment')
      .values({ ...quarter, ...hashes, ...times, scoring: 1, asks: '[]' })
      .execute();
    for (const action of ['assessment.freeze', 'assessment.publish']) {
      await recordAudit(db, grace, { action, platformId, subject: 'q1' });
    }
    await deactivateUser(ctx, { user, deactivated: true });
    await forgetPerson(ctx, { user });
    const signed = await db.selectFrom('assessment').select(['frozenBy', 'publishedBy']).executeTakeFirstOrThrow();
    expect(signed).toEqual({ frozenBy: 'Former member', publishedBy: 'Former member' });
  });

  test('wrote drafts and versions that keep no name of theirs, and those of a namesake keep theirs', async () => {
    const { db, ctx, user, grace } = await start();
    const namesake = ctx.as({ kind: 'person', id: 'another', name: NAME, grants: [ADMIN] });
    const at = { platform: 'payments', note: '', asks: [] };
    await saveDraft(grace, { ...at, period: '2026-Q3' });
    await saveDraft(namesake, { ...at, period: '2026-Q4' });
    await createDraft(grace, { platform: 'payments', from: SHIPPED });
    const theirs = await createDraft(namesake, { platform: 'payments', from: SHIPPED });
    await db.insertInto('document').values({ sha256: 'x', kind: 'rubric', content: '{}' }).execute();
    // kept before ids were
    const old = { packId: 'own', sha256: 'x', files: '[]', note: '', publishedAt: '', publishedById: null };
    await db
      .insertInto('rubricVersion')
      .values([
        { ...old, version: '1.0.0', publishedBy: NAME },
        { ...old, version: '1.1.0', publishedBy: NAME, publishedById: 'another' },
        // renamed since
        { ...old, version: '1.2.0', publishedBy: 'Grace Murray', publishedById: user },
      ])
      .execute();
    await deactivateUser(ctx, { user, deactivated: true });
    await forgetPerson(ctx, { user });
    const label = 'Former member';
    const reports = await db.selectFrom('reportDraft').select(['period', 'savedBy']).orderBy('period').execute();
    expect(reports.map(({ savedBy }) => savedBy)).toEqual([label, NAME]);
    const drafts = await db.selectFrom('rubricDraft').select(['id', 'savedBy']).execute();
    expect(drafts.map(({ id, savedBy }) => (id === theirs.id) === (savedBy === NAME))).toEqual([true, true]);
    const versions = await db.selectFrom('rubricVersion').select('publishedBy').orderBy('version').execute();
    expect(versions.map(({ publishedBy }) => publishedBy)).toEqual([label, NAME, label]);
  });

  test('gets no mail of a survey that is open', async () => {
    const { ctx } = await mailedSurvey(await makeDb());
    const grants = [{ role: 'admin' as const, platformId: null, teamId: null }];
    const admin = ctx.as(await insertTestPerson(ctx.db, { name: 'Ada', grants }));
    const { id: user } = await createUser(admin, { name: NAME, email: 'sales-0@example.org', admin: false });
    await deactivateUser(admin, { user, deactivated: true });
    await forgetPerson(admin, { user });
    expect(await everything(ctx.db)).not.toContain('sales-0@');
    expect(await sendMail(ctx)).toEqual({ sent: 5, failed: 0 });
  });
});
