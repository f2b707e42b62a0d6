import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type Dialect, SqliteDialect } from 'kysely';
import { StorageError } from '../storage-error.ts';
import { cacheStatements } from './statement-cache.ts';
import { waitForLock } from './wait-for-lock.ts';

/** While opening. */
const BUSY_TIMEOUT_MS = 5_000;

/** Opens (or creates) a database file that only its owner can read, durable at every commit. */
export function openSqlite(url: string, { readOnly = false }: { readOnly?: boolean }): Dialect {
  const file = filePath(url);
  if (readOnly && !existsSync(file)) throw new StorageError('unreachable', `There is no database ${file}.`);
  if (file !== ':memory:') makePrivate(file);
  const sqlite = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // what is deleted (a survey's key and envelopes) is overwritten with zeros
    sqlite.pragma('secure_delete = ON');
    // the operating system keeps the file in memory as well; each thread has a connection of its own
    sqlite.pragma('cache_size = -4000');
    if (readOnly) sqlite.pragma('query_only = ON');
    // a write that is taken back: finds out now, and not at the first change, that the file is locked or read-only
    else sqlite.exec('begin immediate; pragma user_version = 1; rollback');
    // from here on waiting is not SQLite's affair
    sqlite.pragma('busy_timeout = 0');
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return waitForLock(new SqliteDialect({ database: cacheStatements(sqlite, { readOnly }) }));
}

/** `file:./data/x.db`, `file:///var/x.db` or a plain path. */
function filePath(url: string): string {
  if (url === ':memory:' || url === 'file::memory:') return ':memory:';
  if (url.startsWith('file://')) return fileURLToPath(url);
  return resolve(url.startsWith('file:') ? url.slice('file:'.length) : url);
}

function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // an existing file is never opened and closed here: that would drop the locks of this process's other connections
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  // SQLite gives its -wal and -shm files the permissions of the database file
  chmodSync(file, 0o600);
}
