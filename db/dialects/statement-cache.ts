import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const CAPACITY = 400;

/**
 * Kysely prepares every query anew; keeping the prepared statements makes small queries several times faster and memory flat.
 * The least recently used statement goes first.
 */
export function cacheStatements(sqlite: Sqlite.Database, { readOnly }: { readOnly: boolean }): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known) {
        kept.delete(sql);
        kept.set(sql, known);
        return known;
      }
      const statement = prepareStatement(sqlite, sql, readOnly ? 'begin' : 'begin immediate');
      kept.set(sql, statement);
      if (kept.size > CAPACITY) {
        for (const oldest of kept.keys()) {
          kept.delete(oldest);
          break;
        }
      }
      return statement;
    },
    close() {
      kept.clear();
      sqlite.close();
    },
  };
}

function prepareStatement(sqlite: Sqlite.Database, sql: string, begin: string): SqliteStatement {
  // A transaction that first reads and then writes would fail at once when another connection wrote in between,
  // however long the busy timeout is; taking the write lock at its beginning makes it wait its turn instead.
  const statement = sqlite.prepare(sql === 'begin' ? begin : sql);
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(...parameters),
    run: (parameters) => statement.run(...parameters),
    // a streaming statement is busy until it ends, so it cannot be a shared one
    iterate: (parameters) => sqlite.prepare(sql).iterate(...parameters),
  };
}
