import { z } from 'zod';
import { readTable, type TableHead, type TableRow } from '../csv/read-table.ts';
import { plainField } from '../csv/write-csv.ts';
import { AppError } from '../errors.ts';
import { keyField } from './fields.ts';
import type { CatalogueFile, Fields, FileRow, Plan, PlannedRow } from './files/catalogue-file.ts';
import { CATALOGUE_FILES } from './files/registry.ts';

/** Which part of the catalogue a file holds, and where. */
export const filePlace = {
  kind: z.enum(['teams', 'capabilities', 'targets']),
  /** teams are of the whole deployment and need none */
  platform: keyField.optional(),
};

export function fileOfKind(kind: string): CatalogueFile {
  const found = CATALOGUE_FILES.find(({ key }) => key === kind);
  if (found === undefined) throw new AppError('NOT_FOUND', `There is no catalogue file of "${kind}".`);
  return found;
}

export type RowProblem = { row: number; column: string | null; reason: string };
export type ReadFile = { head: TableHead; rows: FileRow[]; problems: RowProblem[] };

/** The rows of a file with those that cannot be read at all set apart. */
export async function readFileRows(
  text: string,
  { form, mostRows }: Pick<CatalogueFile, 'form' | 'mostRows'>,
): Promise<ReadFile> {
  const rows: FileRow[] = [];
  const problems: RowProblem[] = [];
  const head = await readTable(text, form, (pieces, { columns }) => {
    for (const piece of pieces) {
      const read = readRow(piece, columns);
      if ('cells' in read) rows.push(read);
      else problems.push(read);
    }
    if (rows.length + problems.length > mostRows) {
      throw new AppError('BAD_REQUEST', `This file has more than ${mostRows} rows. Split it.`);
    }
  });
  if (rows.length + problems.length === 0) throw new AppError('BAD_REQUEST', 'There is no row below the first one.');
  return { head, rows, problems };
}

function readRow({ row, cells, problem }: TableRow, columns: readonly string[]): FileRow | RowProblem {
  if (problem !== null) return { row, column: null, reason: problem };
  const texts = columns.map((_, index) => (cells[index] ?? '').trim());
  // a spreadsheet's formula that was never computed, or one that somebody wants others to run
  const formula = texts.findIndex((text) => text.startsWith('='));
  if (formula >= 0) {
    const reason = `"${texts[formula]?.slice(0, 40)}" is a formula. Write what it comes to.`;
    return { row, column: columns[formula] ?? null, reason };
  }
  return { row, cells: new Map(columns.map((column, index) => [column, plainField(texts[index] ?? '')])) };
}

export type Change = { column: string; from: string; to: string };

/** The columns that a row changes; of something new, those that say anything. */
export function changesOf({ before, after }: PlannedRow): Change[] {
  const from: Fields = before ?? {};
  return Object.entries(after).flatMap(([column, to]) =>
    (from[column] ?? '') === to ? [] : [{ column, from: from[column] ?? '', to }],
  );
}

export type Effect = 'add' | 'change' | 'same';

export const effectOf = (row: PlannedRow): Effect =>
  row.before === null ? 'add' : changesOf(row).length > 0 ? 'change' : 'same';

/** Everything that is wrong with a file, in the order of its rows. */
export const problemsOf = (read: ReadFile, plan: Pick<Plan, 'rows'>): RowProblem[] =>
  [
    ...read.problems,
    ...plan.rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem }))),
  ].sort((a, b) => a.row - b.row);

const FIRST_PROBLEMS = 3;

/** Why a file was not taken in: its first problems, and how many more there are. */
export function refusalOf(problems: readonly RowProblem[]): string {
  const first = problems
    .slice(0, FIRST_PROBLEMS)
    .map(({ row, column, reason }) => `row ${row}${column === null ? '' : `, ${column}`}: ${reason}`);
  const more = problems.length - first.length;
  return `Nothing was imported. ${first.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`;
}
