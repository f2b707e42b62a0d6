import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database, ScenarioTable } from '../schema.ts';

type Db = Kysely<Database>;
export type Scenario = Selectable<ScenarioTable> & { authorName: string | null };
/** A scenario without what it assumes, of which there may be much. */
export type ScenarioHead = Omit<Scenario, 'assumptions'>;

const withAuthor = (db: Db) =>
  db
    .selectFrom('scenario')
    .leftJoin('user', 'user.id', 'scenario.createdBy')
    .select(['scenario.id', 'scenario.platformId', 'scenario.name', 'scenario.description', 'scenario.version'])
    .select(['scenario.createdBy', 'scenario.createdAt', 'scenario.updatedAt', 'user.name as authorName']);

/** The scenarios of a platform, the newest first. */
export function listScenarios(db: Db, platformId: string): Promise<ScenarioHead[]> {
  return withAuthor(db)
    .where('platformId', '=', platformId)
    .orderBy('scenario.createdAt', 'desc')
    .orderBy('scenario.id')
    .execute();
}

export function findScenario(db: Db, id: string): Promise<Scenario | undefined> {
  return withAuthor(db).select('scenario.assumptions').where('scenario.id', '=', id).executeTakeFirst();
}

/** What the scenarios of a platform assume, one after the other: all at once may be much. */
export async function* findScenarioTexts(
  db: Db,
  platformId: string,
): AsyncGenerator<Pick<Scenario, 'id' | 'assumptions'>> {
  const rows = await db.selectFrom('scenario').select('id').where('platformId', '=', platformId).execute();
  for (const { id } of rows) {
    const row = await db.selectFrom('scenario').select('assumptions').where('id', '=', id).executeTakeFirst();
    if (row !== undefined) yield { id, ...row };
  }
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
