import { Kysely, sql } from 'kysely';
import type { DialectName } from './dialects/dialect-of.ts';
import { openPostgres } from './dialects/postgres.ts';
import { openSqlite } from './dialects/sqlite.ts';
import type { Database } from './schema.ts';
import { storageErrorOf } from './storage-error.ts';

export type OpenOptions = {
  /** every write is refused, and no writer is ever held up */
  readOnly?: boolean;
};
export type OpenDatabase = { db: Kysely<Database>; dialect: DialectName; close: () => Promise<void> };

/**
 * Opens the database that a URL names: `postgres://…`, or a file (`file:./data/plumbline.db`).
 * Throws a StorageError with one clear sentence where it is locked, read-only, full or out of reach. Does not migrate.
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<OpenDatabase> {
  const dialect: DialectName = /^postgres(ql)?:\/\//.test(url) ? 'postgres' : 'sqlite';
  try {
    const db = new Kysely<Database>({
      dialect: dialect === 'postgres' ? openPostgres(url, options) : openSqlite(url, options),
    });
    // also makes Kysely take the connection over, so that closing closes it
    await sql`select 1`.execute(db).catch(async (error) => {
      await db.destroy();
      throw error;
    });
    return { db, dialect, close: () => db.destroy() };
  } catch (error) {
    throw storageErrorOf(error) ?? error;
  }
}
