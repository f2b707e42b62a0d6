import { type Kysely, sql, type Transaction } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import { migrateLocked } from '../migrate.ts';
import { migrations } from '../migrations/registry.ts';
import type { Database } from '../schema.ts';
import { describeTables } from './describe-tables.ts';
import type { Value } from './dump-tables.ts';

/** Rows a statement, few enough for every table's number of columns. */
const PARAMETERS = 12_000;

type Constraint = { table: string; name: string; definition: string };
export type Loading = {
  /** the steps that the rows have been through; those after them follow when the rows are in */
  steps: readonly string[];
  /** hands over all rows, table by table */
  fill: (insert: InsertRows) => Promise<void>;
  /** what belongs to the same change */
  finish: (trx: Kysely<Database>) => Promise<void>;
};
export type InsertRows = (table: string, columns: string[], rows: Value[][]) => Promise<void>;

/**
 * Replaces everything in the database: empties it, brings it to the schema that the rows have, puts them in, and brings all of
 * it to today's schema. One transaction: either all of it, or nothing has happened.
 */
export async function loadTables(db: Kysely<Database>, { steps, fill, finish }: Loading): Promise<void> {
  const sqlite = dialectOf(db) === 'sqlite';
  // can only be said outside of a transaction; what they guard is checked at its end
  if (sqlite) await sql`pragma foreign_keys = off`.execute(db);
  try {
    await db.transaction().execute(async (trx) => {
      for (const { name } of await describeTables(trx)) await dropTable(trx, name);
      await migrateLocked(
        trx,
        migrations.filter(({ name }) => steps.includes(name)),
      );
      const constraints = sqlite ? [] : await dropConstraints(trx);
      await fill((table, columns, rows) => insertRows(trx, { table, columns, rows }));
      for (const constraint of constraints) await addConstraint(trx, constraint);
      await (sqlite ? requireSound(trx) : moveSequences(trx));
      await migrateLocked(trx, migrations);
      await finish(trx);
    });
  } finally {
    if (sqlite) await sql`pragma foreign_keys = on`.execute(db);
  }
}

async function dropTable(trx: Transaction<Database>, name: string): Promise<void> {
  const cascade = dialectOf(trx) === 'postgres' ? sql`cascade` : sql``;
  await sql`drop table ${sql.table(name)} ${cascade}`.execute(trx);
}

async function insertRows(
  trx: Transaction<Database>,
  { table, columns, rows }: { table: string; columns: string[]; rows: Value[][] },
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const perStatement = Math.max(1, Math.floor(PARAMETERS / columns.length));
  for (let from = 0; from < rows.length; from += perStatement) {
    const tuples = rows.slice(from, from + perStatement).map((row) => sql`(${sql.join(row)})`);
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(tuples)}`.execute(trx);
  }
}

/** Rows come table by table, and a team may come before the one above it. */
async function dropConstraints(trx: Transaction<Database>): Promise<Constraint[]> {
  const { rows } = await sql<Constraint>`
    select list.relname as "table", conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class as list on list.oid = conrelid
    where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(trx);
  for (const { table, name } of rows) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx);
  }
  return rows;
}

async function addConstraint(trx: Transaction<Database>, { table, name, definition }: Constraint): Promise<void> {
  await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(trx);
}

async function requireSound(trx: Transaction<Database>): Promise<void> {
  const { rows } = await sql<{ table: string; parent: string }>`
    select "table", parent from pragma_foreign_key_check limit 1`.execute(trx);
  const [first] = rows;
  if (first !== undefined) throw new Error(`A row of ${first.table} refers to one of ${first.parent} that is missing.`);
}

/** Numbers that the database gives go on after those that came in. */
async function moveSequences(trx: Transaction<Database>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(trx);
  for (const { table, column } of rows) {
    await sql`
      select setval(pg_get_serial_sequence(${`"${table}"`}, ${column}), max(${sql.ref(column)}))
      from ${sql.table(table)} having max(${sql.ref(column)}) is not null`.execute(trx);
  }
}
