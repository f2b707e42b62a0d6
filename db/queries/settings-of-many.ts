import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

type Db = Kysely<Database>;

/** The capabilities of some platforms with the keys of their owners, in each platform's order. */
export function listCapabilitiesOfMany(db: Db, platformIds: readonly string[]) {
  return db
    .selectFrom('capability')
    .leftJoin('team', 'team.id', 'capability.ownerTeamId')
    .selectAll('capability')
    .select('team.key as ownerTeam')
    .where('platformId', 'in', platformIds)
    .orderBy('position')
    .execute();
}

/** The targets that people have set for cells of some platforms. */
export function listTargetsOfMany(db: Db, platformIds: readonly string[]) {
  return db.selectFrom('target').selectAll().where('platformId', 'in', platformIds).execute();
}

/** Which of some platforms had other settings at an instant than they have now. */
export async function listChangedSince(db: Db, platformIds: readonly string[], at: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('pastSettings')
    .select('platformId')
    .distinct()
    .where('platformId', 'in', platformIds)
    .where('until', '>', at)
    .execute();
  return new Set(rows.map(({ platformId }) => platformId));
}
