import { expressionBuilder, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Database, SourceTable } from '../schema.ts';
import { claimRun, isFree } from './run-leases.ts';

export type SourceRow = Selectable<SourceTable>;

/** The sources of a platform that were not deleted, by name. */
export function listSources(db: Kysely<Database>, platformId: string): Promise<SourceRow[]> {
  return db
    .selectFrom('source')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('deletedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** One source of a platform, unless it was deleted. */
export function findSource(db: Kysely<Database>, platformId: string, id: string): Promise<SourceRow | undefined> {
  return db
    .selectFrom('source')
    .selectAll()
    .where('id', '=', id)
    .where('platformId', '=', platformId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}

/** Whether a source is still asked: neither paused nor deleted. */
export async function isSourceActive(db: Kysely<Database>, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('source')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSource(db: Kysely<Database>, source: Insertable<SourceTable>): Promise<void> {
  await db.insertInto('source').values(source).execute();
}

export async function saveSourceRow(
  db: Kysely<Database>,
  id: string,
  change: Partial<Omit<SourceRow, 'id' | 'platformId' | 'kind'>>,
): Promise<void> {
  await db.updateTable('source').set(change).where('id', '=', id).execute();
}

/** Sources whose time has come and that nobody is asking. */
export function listDueSources(db: Kysely<Database>, nowMs: number): Promise<Pick<SourceRow, 'id' | 'nextRunAtMs'>[]> {
  return db
    .selectFrom('source')
    .select(['id', 'nextRunAtMs'])
    .where('state', '=', 'active')
    .where('deletedAt', 'is', null)
    .where('nextRunAtMs', '<=', nowMs)
    .where((eb) => isFree(eb, nowMs))
    .execute();
}

/** Takes a source for one run, unless it was paused or deleted. */
export const claimSource = (db: Kysely<Database>, id: string, lease: { nowMs: number; leaseUntilMs: number }) =>
  claimRun(db, 'source', { id, ...lease, among: expressionBuilder<Database, 'source'>()('deletedAt', 'is', null) });
