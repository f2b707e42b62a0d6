import type { Kysely, Selectable } from 'kysely';
import type { Database, SourceFailureTable } from '../schema.ts';

export type SourceFailure = Selectable<SourceFailureTable>;

/** What a source fails at now. */
export function listOpenFailures(db: Kysely<Database>, sourceId: string): Promise<SourceFailure[]> {
  return db
    .selectFrom('sourceFailure')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute();
}

/** Since when each failing source of a platform fails. */
export async function listFailingSince(db: Kysely<Database>, platformId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('sourceFailure')
    .select(['sourceId', (eb) => eb.fn.min('since').as('since')])
    .where('platformId', '=', platformId)
    .where('endedAt', 'is', null)
    .groupBy('sourceId')
    .execute();
  return new Map(rows.map(({ sourceId, since }) => [sourceId, since]));
}

export async function insertFailures(
  db: Kysely<Database>,
  failures: Omit<SourceFailure, 'id' | 'endedAt'>[],
): Promise<void> {
  if (failures.length === 0) return;
  await db
    .insertInto('sourceFailure')
    .values(failures.map((one) => ({ ...one, endedAt: null })))
    .execute();
}

export async function endFailures(db: Kysely<Database>, ids: number[], endedAt: string): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('sourceFailure').set({ endedAt }).where('id', 'in', ids).execute();
}
