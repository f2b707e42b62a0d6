import { type Insertable, type Kysely, sql } from 'kysely';
import type { Database, PastTeamTable, TeamTable } from '../schema.ts';
import { inChunks } from './in-chunks.ts';

type Db = Kysely<Database>;

export function listTeams(db: Db) {
  return db
    .selectFrom('team')
    .leftJoin('team as parent', 'parent.id', 'team.parentId')
    .selectAll('team')
    .select('parent.key as parent')
    .orderBy('team.name')
    .orderBy('team.key')
    .execute();
}

export function findTeamByKey(db: Db, key: string) {
  return db.selectFrom('team').selectAll().where('key', '=', key).executeTakeFirst();
}

/** Those above stand before those below. */
export async function saveTeamRows(trx: Db, rows: Insertable<TeamTable>[]): Promise<void> {
  for (const some of inChunks(rows)) {
    await trx
      .insertInto('team')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((of) => ({
          name: of.ref('excluded.name'),
          parentId: of.ref('excluded.parentId'),
          contact: of.ref('excluded.contact'),
          archivedAt: of.ref('excluded.archivedAt'),
        })),
      )
      .execute();
  }
}

export async function deleteTeamRow(db: Db, id: string): Promise<void> {
  await db.deleteFrom('team').where('id', '=', id).execute();
}

/**
 * Makes those who change the order of teams wait for each other, so that two moves at once cannot make a ring of what each
 * alone leaves a tree: a write without effect locks the rows on PostgreSQL and the database on SQLite.
 */
export async function lockTeams(trx: Db): Promise<void> {
  await trx
    .updateTable('team')
    .set({ parentId: sql.ref('parentId') })
    .execute();
}

/** Of several changes at one instant the first says what held before. */
export async function insertPastTeams(trx: Db, rows: Insertable<PastTeamTable>[]): Promise<void> {
  for (const some of inChunks(rows)) {
    await trx
      .insertInto('pastTeam')
      .values(some)
      .onConflict((conflict) => conflict.columns(['teamId', 'until']).doNothing())
      .execute();
  }
}

/** Every state that ended after an instant, in the order of their ends: the first of a team is what held then. */
export function listPastTeams(db: Db, after: string) {
  return db.selectFrom('pastTeam').selectAll().where('until', '>', after).orderBy('until').execute();
}

export function listPastOfTeam(db: Db, teamId: string) {
  return db
    .selectFrom('pastTeam')
    .leftJoin('team as parent', 'parent.id', 'pastTeam.parentId')
    .select(['pastTeam.until', 'pastTeam.name', 'pastTeam.archivedAt', 'parent.name as parent'])
    .where('teamId', '=', teamId)
    .orderBy('until', 'desc')
    .execute();
}
