import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Database, SourceTable } from '../schema.ts';

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
    .where((eb) => eb.or([eb('leaseUntilMs', 'is', null), eb('leaseUntilMs', '<=', nowMs)]))
    .execute();
}

type Lease = { nowMs: number; leaseUntilMs: number };

/** Takes a source for one run, also among several processes; undefined where another run holds it, or it rests. */
export function claimSource(
  db: Kysely<Database>,
  id: string,
  { nowMs, leaseUntilMs }: Lease,
): Promise<SourceRow | undefined> {
  return db
    .updateTable('source')
    .set({ leaseUntilMs, nextRunAtMs: sql<number>`cast(${nowMs} as bigint) + ${sql.ref('intervalMinutes')} * 60000` })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('deletedAt', 'is', null)
    .where((eb) => eb.or([eb('leaseUntilMs', 'is', null), eb('leaseUntilMs', '<=', nowMs)]))
    .returningAll()
    .executeTakeFirst();
}

/** Gives a source back after its run. Where somebody asked for another run meanwhile, that request stands. */
export async function releaseSource(
  db: Kysely<Database>,
  claimed: SourceRow,
  { lastRunAtMs, nextRunAtMs }: { lastRunAtMs: number; nextRunAtMs: number },
): Promise<void> {
  await db
    .updateTable('source')
    .set({ lastRunAtMs, nextRunAtMs })
    .where('id', '=', claimed.id)
    .where('nextRunAtMs', '=', claimed.nextRunAtMs)
    .execute();
  await db
    .updateTable('source')
    .set({ lastRunAtMs, leaseUntilMs: null })
    .where('id', '=', claimed.id)
    .where('leaseUntilMs', '=', claimed.leaseUntilMs)
    .execute();
}
