import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database, SourceRunTable } from '../schema.ts';

export type SourceRun = Selectable<SourceRunTable>;

export async function insertSourceRun(db: Kysely<Database>, run: Insertable<SourceRunTable>): Promise<number> {
  const { id } = await db.insertInto('sourceRun').values(run).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** The newest deliveries of a platform: what was sent, not what a source was asked for. */
export function listSourceRuns(db: Kysely<Database>, platformId: string, limit: number): Promise<SourceRun[]> {
  return db
    .selectFrom('sourceRun')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('sourceId', 'is', null)
    .orderBy('startedAtMs', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The newest runs of one source, each of its queries on its own; all of one start belong together. */
export function listRunsOfSource(db: Kysely<Database>, sourceId: string, limit: number): Promise<SourceRun[]> {
  return db
    .selectFrom('sourceRun')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .orderBy('startedAtMs', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Of each source of a platform, the rows of its newest run that asked for something. */
export function listNewestRuns(db: Kysely<Database>, platformId: string): Promise<SourceRun[]> {
  return db
    .selectFrom('sourceRun')
    .selectAll('sourceRun')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('sourceRun')
          .select(['sourceId', (of) => of.fn.max('startedAtMs').as('newest')])
          .where('platformId', '=', platformId)
          .where('sourceId', 'is not', null)
          .groupBy('sourceId')
          .as('latest'),
      (join) =>
        join.onRef('latest.sourceId', '=', 'sourceRun.sourceId').onRef('latest.newest', '=', 'sourceRun.startedAtMs'),
    )
    .orderBy('sourceRun.id')
    .execute();
}

export async function listSourcesOfRuns(db: Kysely<Database>, runIds: number[]): Promise<Map<number, string>> {
  const sources = new Map<number, string>();
  for (let from = 0; from < runIds.length; from += 1_000) {
    const rows = await db
      .selectFrom('sourceRun')
      .select(['id', 'source'])
      .where('id', 'in', runIds.slice(from, from + 1_000))
      .execute();
    for (const row of rows) sources.set(row.id, row.source);
  }
  return sources;
}

/** Forgets old runs of sources that brought nothing: no value names them. */
export async function deleteEmptyRunsBefore(db: Kysely<Database>, startedAtMs: number): Promise<void> {
  await db
    .deleteFrom('sourceRun')
    .where('sourceId', 'is not', null)
    .where('accepted', '=', 0)
    // one that was cut short may have stored more than it could write down
    .where('finishedAtMs', 'is not', null)
    .where('startedAtMs', '<', startedAtMs)
    .execute();
}

export async function saveSourceRun(
  db: Kysely<Database>,
  id: number,
  result: Pick<SourceRun, 'finishedAtMs' | 'accepted' | 'rejected' | 'error'> & { failed?: number },
): Promise<void> {
  await db.updateTable('sourceRun').set(result).where('id', '=', id).execute();
}
