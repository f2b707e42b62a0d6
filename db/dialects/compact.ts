import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { dialectOf } from './dialect-of.ts';

/** Rewriting a file of this size takes well under a second; a bigger one is left to whoever has the time. */
const SMALL_BYTES = 64 * 1024 * 1024;

/** How often a reader is waited for, and how long each time. */
const TRIES = 40;
const BETWEEN_MS = 50;

type Compaction = {
  tables: (keyof Database)[];
  /** gives up on what would hold others up for long */
  brief: boolean;
};

/**
 * Rewrites tables without what was deleted from them, so that nothing of it is left in the files of the database.
 * false: not everything could be done now, ask again.
 */
export async function compact(db: Kysely<Database>, { tables, brief }: Compaction): Promise<boolean> {
  if (dialectOf(db) === 'sqlite') return compactFile(db, brief);
  for (const table of tables) await sql`vacuum (full) ${sql.table(table)}`.execute(db);
  return true;
}

/** The whole file is rewritten, then the log beside it is emptied; a reader of the log's old state stands in the way. */
async function compactFile(db: Kysely<Database>, brief: boolean): Promise<boolean> {
  const size = await sql<{ bytes: number }>`
    select page_count * page_size as bytes from pragma_page_count, pragma_page_size`.execute(db);
  const rewrite = !brief || (size.rows[0]?.bytes ?? 0) <= SMALL_BYTES;
  if (rewrite) await sql`vacuum`.execute(db);
  return rewrite && (await emptyLog(db));
}

async function emptyLog(db: Kysely<Database>): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const log = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (log.rows[0]?.busy === 0) return true;
    await sleep(BETWEEN_MS);
  }
  return false;
}
