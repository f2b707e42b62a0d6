import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database, ScenarioTable } from '../schema.ts';

type Db = Kysely<Database>;
export type Scenario = Selectable<ScenarioTable> & { authorName: string | null };

const withAuthor = (db: Db) =>
  db
    .selectFrom('scenario')
    .leftJoin('user', 'user.id', 'scenario.createdBy')
    .selectAll('scenario')
    .select('user.name as authorName');

/** The scenarios of a platform, the newest first. */
export function listScenarios(db: Db, platformId: string): Promise<Scenario[]> {
  return withAuthor(db)
    .where('platformId', '=', platformId)
    .orderBy('scenario.createdAt', 'desc')
    .orderBy('scenario.id')
    .execute();
}

export function findScenario(db: Db, id: string): Promise<Scenario | undefined> {
  return withAuthor(db).where('scenario.id', '=', id).executeTakeFirst();
}

export async function countScenarios(db: Db, platformId: string): Promise<number> {
  const { n } = await db
    .selectFrom('scenario')
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('platformId', '=', platformId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

export async function insertScenario(trx: Db, row: Insertable<ScenarioTable>): Promise<void> {
  await trx.insertInto('scenario').values(row).execute();
}
