import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

type Db = Kysely<Database>;

export function listSessions(db: Db, userId: string, now: string) {
  return db
    .selectFrom('session')
    .select(['id', 'createdAt', 'expiresAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends the sessions of a person: one, all, or all but one. Returns how many there were. */
export async function deleteSessions(
  db: Db,
  userId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  let query = db.deleteFrom('session').where('userId', '=', userId);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** Whether the account is signed in from an address, as the sign-in library writes it. */
export async function hasSessionFrom(
  db: Db,
  { email, ipAddress, now }: { email: string; ipAddress: string; now: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select('session.id')
    .where('user.email', '=', email)
    .where('session.ipAddress', '=', ipAddress)
    .where('session.expiresAt', '>', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
