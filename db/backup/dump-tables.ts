import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { describeTables, type TableShape } from './describe-tables.ts';

/** What a column holds: the same in both databases. */
export type Value = string | number | null;
export type DumpedRows = { table: TableShape; rows: Value[][] };

const ROWS = 2_000;

/** A transaction that sees the database as it is at one instant; on a read-only connection nobody who writes is held up by it. */
export function startSnapshot(db: Kysely<Database>) {
  return db.startTransaction().setIsolationLevel('repeatable read').execute();
}

/**
 * Reads all rows of all tables but those left out, a few thousand at a time, and each table at least once. Rows come in the
 * order of their keys, which are random where an order of insertion would tell something.
 */
export async function* dumpTables(trx: Kysely<Database>, leftOut: readonly string[]): AsyncGenerator<DumpedRows> {
  for (const table of await describeTables(trx)) {
    if (leftOut.includes(table.name)) continue;
    let last: Value[] | undefined;
    do {
      const rows = await readRows(trx, table, last);
      yield { table, rows };
      last = rows[ROWS - 1];
    } while (last !== undefined);
  }
}

async function readRows(trx: Kysely<Database>, table: TableShape, last: Value[] | undefined): Promise<Value[][]> {
  if (table.key.length === 0) throw new Error(`The table ${table.name} has no primary key.`);
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  const key = sql.join(table.key.map((column) => sql.ref(column)));
  const behind = table.key.map((column) => last?.[table.columns.indexOf(column)] ?? null);
  const after = last === undefined ? sql`` : sql`where (${key}) > (${sql.join(behind)})`;
  const { rows } = await sql<Record<string, Value>>`
    select ${columns} from ${sql.table(table.name)} ${after} order by ${key} limit ${sql.lit(ROWS)}`.execute(trx);
  return rows.map((row) => table.columns.map((column) => row[column] ?? null));
}
