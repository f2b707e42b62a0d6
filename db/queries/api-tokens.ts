import type { Insertable, Kysely } from 'kysely';
import type { ApiTokenTable, Database } from '../schema.ts';

type Db = Kysely<Database>;

/** The token of a hash, with whether its maker still has an account. */
export function findApiToken(db: Db, tokenHash: string) {
  return db
    .selectFrom('apiToken')
    .leftJoin('user', 'user.id', 'apiToken.createdBy')
    .selectAll('apiToken')
    .select(['user.id as creatorId', 'user.deactivatedAt as creatorDeactivatedAt'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
}

/** Everything about tokens but their hashes. */
export function listApiTokens(db: Db) {
  return db
    .selectFrom('apiToken')
    .leftJoin('user', 'user.id', 'apiToken.createdBy')
    .leftJoin('platform', 'platform.id', 'apiToken.platformId')
    .select([
      'apiToken.id',
      'apiToken.name',
      'prefix',
      'scopes',
      'platformId',
      'createdBy',
      'apiToken.createdAt',
      'expiresAt',
      'lastUsedOn',
      'revokedAt',
      'user.name as creatorName',
      'platform.key as platform',
    ])
    .orderBy('apiToken.createdAt', 'desc')
    .orderBy('apiToken.id')
    .execute();
}

export function findApiTokenById(db: Db, id: string) {
  return db.selectFrom('apiToken').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertApiToken(db: Db, token: Insertable<ApiTokenTable>): Promise<void> {
  await db.insertInto('apiToken').values(token).execute();
}

export async function saveLastUsedOn(db: Db, id: string, day: string): Promise<void> {
  await db.updateTable('apiToken').set({ lastUsedOn: day }).where('id', '=', id).execute();
}

export async function revokeApiToken(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('apiToken').set({ revokedAt: at }).where('id', '=', id).where('revokedAt', 'is', null).execute();
}
