import type { Insertable, Kysely } from 'kysely';
import type { Database, PasswordLinkTable, RoleGrantTable, SetUpLinkTable } from '../schema.ts';

type Db = Kysely<Database>;

// ── set-up link ─────────────────────────────────────────────────────────────────────────────────────────────────────
export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('roleGrant')
    .innerJoin('user', 'user.id', 'roleGrant.userId')
    .select('roleGrant.id')
    .where('role', '=', 'admin')
    .where('platformId', 'is', null)
    .where('user.deactivatedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Makes those who take administrators away wait for each other, so that two at once cannot both think that the other one
 * remains: a write without effect locks the rows on PostgreSQL and the database on SQLite.
 */
export async function lockAdministrators(db: Db): Promise<void> {
  await db
    .updateTable('roleGrant')
    .set({ role: 'admin' })
    .where('role', '=', 'admin')
    .where('platformId', 'is', null)
    .execute();
}

/** In the same way makes those who give somebody a role wait for each other. */
export async function lockUser(db: Db, id: string): Promise<void> {
  await db
    .updateTable('user')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('id', '=', id)
    .execute();
}

export async function deleteSetUpLinks(db: Db): Promise<void> {
  await db.deleteFrom('setUpLink').where('spentAt', 'is', null).execute();
}

export async function insertSetUpLink(db: Db, link: Insertable<SetUpLinkTable>): Promise<void> {
  await db.insertInto('setUpLink').values(link).execute();
}

export function findSetUpLink(db: Db, tokenHash: string) {
  return db.selectFrom('setUpLink').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}

/** Of several at once only one gets `true`. */
export async function spendSetUpLink(db: Db, id: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('setUpLink')
    .set({ spentAt: at })
    .where('id', '=', id)
    .where('spentAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

// ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export function findUser(db: Db, id: string) {
  return db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findUserByEmail(db: Db, email: string) {
  return db.selectFrom('user').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
}

/** Everybody with an account; who was forgotten has none. */
export function listUsers(db: Db) {
  return db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'createdAt', 'deactivatedAt'])
    .where((of) => of.exists(of.selectFrom('account').select('account.id').whereRef('account.userId', '=', 'user.id')))
    .orderBy('name')
    .execute();
}

/** Names by id, of people who are or were here. */
export async function findNames(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many people can sign in. */
export async function countAccounts(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('user')
    .select((of) => of.fn.countAll<number | string>().as('count'))
    .where('deactivatedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** `password` null: the person sets it by a link. */
export async function insertUser(
  db: Db,
  user: { id: string; name: string; email: string; password: string | null; at: string },
): Promise<void> {
  const times = { createdAt: user.at, updatedAt: user.at };
  await db
    .insertInto('user')
    .values({
      id: user.id,
      name: user.name,
      email: user.email.toLowerCase(),
      emailVerified: 0,
      image: null,
      deactivatedAt: null,
      ...times,
    })
    .execute();
  await db
    .insertInto('account')
    .values({
      id: `credential-${user.id}`,
      accountId: user.id,
      providerId: 'credential',
      userId: user.id,
      password: user.password,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      ...times,
    })
    .execute();
}

export async function savePassword(db: Db, userId: string, password: string, at: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ password, updatedAt: at })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
}

export async function saveDeactivatedAt(db: Db, userId: string, at: string | null): Promise<void> {
  await db.updateTable('user').set({ deactivatedAt: at }).where('id', '=', userId).execute();
}

// ── password links ──────────────────────────────────────────────────────────────────────────────────────────────────
/** A new link voids the ones before it. */
export async function insertPasswordLink(db: Db, link: Insertable<PasswordLinkTable>): Promise<void> {
  await db.deleteFrom('passwordLink').where('userId', '=', link.userId).where('spentAt', 'is', null).execute();
  await db.insertInto('passwordLink').values(link).execute();
}

export function findPasswordLink(db: Db, tokenHash: string) {
  return db
    .selectFrom('passwordLink')
    .innerJoin('user', 'user.id', 'passwordLink.userId')
    .select(['passwordLink.id', 'userId', 'expiresAt', 'spentAt', 'user.email', 'user.name', 'user.deactivatedAt'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
}

export async function spendPasswordLink(db: Db, id: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('passwordLink')
    .set({ spentAt: at })
    .where('id', '=', id)
    .where('spentAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

// ── roles ───────────────────────────────────────────────────────────────────────────────────────────────────────────
export function listGrants(db: Db) {
  return db
    .selectFrom('roleGrant')
    .leftJoin('platform', 'platform.id', 'roleGrant.platformId')
    .leftJoin('team', 'team.id', 'roleGrant.teamId')
    .select(['roleGrant.id', 'userId', 'platformId', 'role', 'teamId', 'platform.key as platform', 'team.key as team'])
    .orderBy('roleGrant.createdAt')
    .execute();
}

export function listGrantsOf(db: Db, userId: string) {
  return db.selectFrom('roleGrant').select(['platformId', 'role', 'teamId']).where('userId', '=', userId).execute();
}

export function findGrant(db: Db, id: string) {
  return db.selectFrom('roleGrant').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertGrant(db: Db, grant: Insertable<RoleGrantTable>): Promise<void> {
  await db.insertInto('roleGrant').values(grant).execute();
}

export function findSameGrant(db: Db, grant: Omit<RoleGrantTable, 'id' | 'createdAt'>) {
  const { userId, role, platformId, teamId } = grant;
  return db
    .selectFrom('roleGrant')
    .select('id')
    .where('userId', '=', userId)
    .where('role', '=', role)
    .where('platformId', platformId === null ? 'is' : '=', platformId)
    .where('teamId', teamId === null ? 'is' : '=', teamId)
    .executeTakeFirst();
}

export async function deleteGrant(db: Db, id: string): Promise<void> {
  await db.deleteFrom('roleGrant').where('id', '=', id).execute();
}

/** Signed-in person and their grants by one statement; no row where the session ended or the person was deactivated. */
export function listSessionGrants(db: Db, sessionId: string, now: string) {
  return db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .leftJoin('roleGrant', 'roleGrant.userId', 'user.id')
    .select(['user.id', 'user.name', 'roleGrant.platformId', 'roleGrant.role', 'roleGrant.teamId'])
    .where('session.id', '=', sessionId)
    .where('session.expiresAt', '>', now)
    .where('user.deactivatedAt', 'is', null)
    .execute();
}
