import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Context } from '../../context.ts';
import type { TableForm } from '../../csv/read-table.ts';

/** One thing as a row of the file has it: by column, empty where nothing is said. */
export type Fields = Record<string, string>;
export type CellProblem = { column: string; reason: string };
/** A row that was read: only the columns that the file has; what the file leaves out stays as it is. */
export type FileRow = { row: number; cells: ReadonlyMap<string, string> };
/** What a row would make of what it names; `before` null: it is new. */
export type PlannedRow = {
  row: number;
  /** what it names, such as the key of a team */
  subject: string;
  before: Fields | null;
  after: Fields;
  problems: CellProblem[];
};
export type Plan = { rows: PlannedRow[]; apply: (trx: Kysely<Database>) => Promise<void> };

export type OpenFile = {
  /** null: of the whole deployment */
  platformId: string | null;
  /** everything that there is, as rows of the file */
  list: (db: Kysely<Database>) => Promise<Fields[]>;
  /** makes others who change the same wait until the transaction ends, and keeps what held until now */
  hold: (trx: Kysely<Database>) => Promise<void>;
  /** decides about every row and writes nothing */
  plan: (db: Kysely<Database>, rows: readonly FileRow[]) => Promise<Plan>;
};

/** A part of the catalogue that can be taken out and put in as CSV: one file here, one line in registry.ts. */
export type CatalogueFile = {
  /** kebab-case */
  key: string;
  form: TableForm;
  mostRows: number;
  /** Refuses whoever may not read, or not change, this part of the catalogue. */
  open: (ctx: Context, platform: string | undefined, intent: 'read' | 'change') => Promise<OpenFile>;
};
