import { type Kysely, sql } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import type { Database } from '../schema.ts';

/** A table as it stands in the database: what is copied from it and in which order. */
export type TableShape = {
  name: string;
  columns: string[];
  /** the columns of its primary key, in order */
  key: string[];
};

type ColumnRow = { table: string; column: string; keyPosition: number };

/** Every table of ours, by name. */
export async function describeTables(db: Kysely<Database>): Promise<TableShape[]> {
  const { rows } = await (dialectOf(db) === 'postgres' ? postgresColumns : sqliteColumns).execute(db);
  return [...Map.groupBy(rows, ({ table }) => table)]
    .map(([name, columns]) => ({
      name,
      columns: columns.map(({ column }) => column),
      key: columns
        .filter(({ keyPosition }) => keyPosition > 0)
        .toSorted((a, b) => a.keyPosition - b.keyPosition)
        .map(({ column }) => column),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const sqliteColumns = sql<ColumnRow>`
  select list.name as "table", info.name as "column", info.pk as "keyPosition"
  from sqlite_master as list join pragma_table_info(list.name) as info
  where list.type = 'table' and list.name not like 'sqlite\\_%' escape '\\'
  order by list.name, info.cid`;

const postgresColumns = sql<ColumnRow>`
  select list.relname as "table", info.attname as "column",
    coalesce(array_position(primaries.indkey::int2[], info.attnum), -1) + 1 as "keyPosition"
  from pg_class as list
  join pg_attribute as info on info.attrelid = list.oid and info.attnum > 0 and not info.attisdropped
  left join pg_index as primaries on primaries.indrelid = list.oid and primaries.indisprimary
  where list.relkind = 'r' and list.relnamespace = current_schema()::regnamespace
  order by list.relname, info.attnum`;
