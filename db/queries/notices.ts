import type { Kysely, Selectable } from 'kysely';
import type { Database, NoticeTable } from '../schema.ts';

type Db = Kysely<Database>;
export type Notice = Selectable<NoticeTable>;

// ── who, and what they chose ────────────────────────────────────────────────────────────────────────────────────────
/** Everybody who can sign in and has a role on the platform or on all of them, one row a role. */
export function listActiveGrants(db: Db, platformId: string) {
  return db
    .selectFrom('user')
    .innerJoin('roleGrant', 'roleGrant.userId', 'user.id')
    .select(['user.id', 'user.name', 'user.email', 'roleGrant.platformId', 'roleGrant.role', 'roleGrant.teamId'])
    .where('user.deactivatedAt', 'is', null)
    .where((or) => or.or([or('roleGrant.platformId', 'is', null), or('roleGrant.platformId', '=', platformId)]))
    .orderBy('user.id')
    .execute();
}

export function listPreferences(db: Db, kind: string) {
  return db.selectFrom('noticePreference').select(['userId', 'wanted']).where('kind', '=', kind).execute();
}

export function listPreferencesOf(db: Db, userId: string) {
  return db.selectFrom('noticePreference').select(['kind', 'wanted']).where('userId', '=', userId).execute();
}

export async function savePreference(
  db: Db,
  preference: { userId: string; kind: string; wanted: number },
): Promise<void> {
  await db
    .insertInto('noticePreference')
    .values(preference)
    .onConflict((conflict) => conflict.columns(['userId', 'kind']).doUpdateSet({ wanted: preference.wanted }))
    .execute();
}

// ── what there is to tell, and what was told ────────────────────────────────────────────────────────────────────────
/** What people have been told, or will be, of one kind about one platform. */
export function listNotices(db: Db, { platformId, kind }: { platformId: string; kind: string }): Promise<Notice[]> {
  return db.selectFrom('notice').selectAll().where('platformId', '=', platformId).where('kind', '=', kind).execute();
}

/** The failures of a platform's sources that have not been deleted, which lasted into a time since an instant. */
export function listFailuresSince(db: Db, platformId: string, since: string) {
  return db
    .selectFrom('sourceFailure')
    .innerJoin('source', 'source.id', 'sourceFailure.sourceId')
    .select(['sourceFailure.sourceId', 'source.name', 'sourceFailure.since', 'sourceFailure.endedAt'])
    .where('sourceFailure.platformId', '=', platformId)
    .where('source.deletedAt', 'is', null)
    .where((or) => or.or([or('sourceFailure.endedAt', 'is', null), or('sourceFailure.endedAt', '>=', since)]))
    .orderBy('sourceFailure.since')
    .execute();
}
