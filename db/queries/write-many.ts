import { type Compilable, CompiledQuery, type Kysely } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import type { Database } from '../schema.ts';

const ROWS = 250;
/** By database and name: the text of the statement for that many rows. */
const texts = new Map<string, string>();

type Writing<Row> = {
  /** another name, another statement */
  name: string;
  /** the columns of a row, always in the same order */
  columns: (row: Row) => Row;
  /** what writes some rows; it binds their columns and nothing else */
  statement: (rows: readonly Row[]) => Compilable & { execute: () => Promise<unknown> };
};

/**
 * Writes many rows, some hundreds a statement. Kysely's builder takes longer for so many than the database does: it builds the
 * statement once, and the values are bound to its text.
 */
export async function writeMany<Row extends object>(
  db: Kysely<Database>,
  { name, columns, statement }: Writing<Row>,
  rows: readonly Row[],
): Promise<void> {
  const key = `${dialectOf(db)} ${name}`;
  for (let from = 0; from < rows.length; from += ROWS) {
    const part = rows.slice(from, from + ROWS).map(columns);
    if (part.length < ROWS) {
      await statement(part).execute();
      continue;
    }
    const text = texts.get(key) ?? statement(part).compile().sql;
    texts.set(key, text);
    const values: unknown[] = [];
    for (const row of part) values.push(...Object.values(row));
    await db.executeQuery(CompiledQuery.raw(text, values));
  }
}
