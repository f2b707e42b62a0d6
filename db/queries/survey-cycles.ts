import type { Insertable, Kysely, Updateable } from 'kysely';
import type { Database, SurveyCycleTable, SurveyTeamTable } from '../schema.ts';

type Db = Kysely<Database>;

export function listCyclesOfPlatform(db: Db, platformId: string) {
  return db
    .selectFrom('surveyCycle')
    .selectAll()
    .where('platformId', '=', platformId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

export function findCycle(db: Db, platformId: string, id: string) {
  return db
    .selectFrom('surveyCycle')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findCycleById(db: Db, id: string) {
  return db.selectFrom('surveyCycle').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findNewestOpenCycle(db: Db, platformId: string) {
  return db
    .selectFrom('surveyCycle')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('state', '=', 'open')
    .orderBy('opensAt', 'desc')
    .executeTakeFirst();
}

export async function listOpenCycleIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('surveyCycle').select('id').where('state', '=', 'open').execute();
  return rows.map(({ id }) => id);
}

/** Open cycles whose time is over, and closed ones whose traces are still to be overwritten. */
export function listCyclesToClose(db: Db, now: string) {
  return db
    .selectFrom('surveyCycle')
    .selectAll()
    .where((where) =>
      where.or([
        where.and([where('state', '=', 'open'), where('closesAt', '<=', now)]),
        where('state', '=', 'closing'),
      ]),
    )
    .orderBy('closesAt')
    .execute();
}

export async function insertCycle(db: Db, cycle: Insertable<SurveyCycleTable>): Promise<void> {
  await db.insertInto('surveyCycle').values(cycle).execute();
}

/** Changes a cycle that is still in `state`; whether it was. Of two that try at once, one succeeds. */
export async function moveCycle(
  db: Db,
  { id, state }: { id: string; state: SurveyCycleTable['state'] },
  change: Updateable<SurveyCycleTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('surveyCycle')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Removes a draft; whether there was one. */
export async function deleteDraftCycle(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('surveyCycle')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export function listSurveyTeams(db: Db, cycleIds: readonly string[]) {
  if (cycleIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('surveyTeam')
    .selectAll()
    .where('cycleId', 'in', cycleIds)
    .orderBy('name')
    .orderBy('key')
    .execute();
}

/** Replaces the teams of a cycle. */
export async function saveSurveyTeams(db: Db, cycleId: string, teams: Insertable<SurveyTeamTable>[]): Promise<void> {
  await db.deleteFrom('surveyTeam').where('cycleId', '=', cycleId).execute();
  if (teams.length > 0) await db.insertInto('surveyTeam').values(teams).execute();
}
