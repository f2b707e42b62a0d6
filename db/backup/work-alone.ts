import { type Kysely, sql } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import type { Database } from '../schema.ts';
import { StorageError } from '../storage-error.ts';

const IN_USE =
  'Plumbline is running on this database, or another of its commands is. Stop it first; nothing has been changed.';

/**
 * Runs work that nobody else on the database could bear. Refused while any other Plumbline has it open, whichever process that
 * is, and as soon as it has died.
 */
export async function workAlone<T>(db: Kysely<Database>, work: () => Promise<T>): Promise<T> {
  if (dialectOf(db) === 'postgres') {
    await requireNoOtherSession(db);
    return work();
  }
  await leaveSharedMode(db);
  try {
    return await work();
  } finally {
    await sql`pragma journal_mode = wal`.execute(db);
  }
}

/** A file in WAL mode leaves it only when nobody else has it open; SQLite asks the operating system's locks. */
async function leaveSharedMode(db: Kysely<Database>): Promise<void> {
  try {
    await sql`pragma journal_mode = delete`.execute(db);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') throw inUse(error);
    throw error;
  }
}

async function requireNoOtherSession(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = 'plumbline' and pid <> pg_backend_pid()`.execute(db);
  if (rows.length > 0) throw inUse();
}

const inUse = (cause?: Error) => new StorageError('locked', IN_USE, { cause });
