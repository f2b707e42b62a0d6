import Papa from 'papaparse';
import { AppError } from '../errors.ts';

const MOST_COLUMNS = 40;
/** Characters that are read at a time. */
const PIECE = 256 * 1024;
const DELIMITERS = [',', ';', '\t'];

/** What a file may look like. */
export type TableForm = {
  /** characters */
  largest: number;
  columns: readonly string[];
  required: readonly string[];
  /** how further columns may be called; null: none are read */
  others: RegExp | null;
};
/** One row under the header; `row` counts as a spreadsheet does, the header being 1. */
export type TableRow = { row: number; cells: string[]; problem: string | null };
export type TableHead = { delimiter: string; columns: string[] };

/**
 * Reads CSV whose first row names its columns, separated by commas, semicolons or tabs. Hands over the rows in pieces, so that
 * a big file is never a million objects, and others have their turn between two pieces.
 */
export async function readTable(
  text: string,
  form: TableForm,
  take: (rows: TableRow[], head: TableHead) => Promise<void> | void,
): Promise<TableHead> {
  refuseWrongText(text, form.largest);
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const head = readHead(plain, form);
  let row = 0;
  await readRecords(plain, head.delimiter, async (records) => {
    const rows: TableRow[] = [];
    for (const { cells, problem } of records) {
      row += 1;
      if (row === 1 || cells.every((cell) => cell.trim() === '')) continue;
      rows.push({ row, cells, problem: problem ?? tooManyCells(cells, head) });
    }
    if (rows.length > 0) await take(rows, head);
  });
  return head;
}

function tooManyCells(cells: string[], { columns }: TableHead): string | null {
  const further = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  return further ? `This row has ${cells.length} cells, the first row names ${columns.length}.` : null;
}

function refuseWrongText(text: string, largest: number): void {
  const MIB = 1024 * 1024;
  if (text.length > largest) {
    throw new AppError('PAYLOAD_TOO_LARGE', `This file is larger than ${largest / MIB} MiB. Split it.`);
  }
  if (text.trim() === '') throw new AppError('BAD_REQUEST', 'This file is empty.');
  if (text.includes('\u0000') || text.includes('\ufffd')) {
    throw new AppError('BAD_REQUEST', 'This file is not UTF-8. Save it as "CSV UTF-8" and try again.');
  }
}

/** Read with the delimiter under which most of the columns have a name we know: the rows below it have no say. */
function readHead(text: string, form: TableForm): TableHead {
  const knownIn = ({ columns }: TableHead) => form.columns.filter((name) => columns.includes(name)).length;
  const heads = DELIMITERS.map((delimiter) => ({ delimiter, columns: firstRow(text, delimiter, form) }));
  const head = heads.reduce((best, other) => (knownIn(other) > knownIn(best) ? other : best));
  const widest = Math.max(...heads.map(({ columns }) => columns.length));
  if (widest > MOST_COLUMNS) {
    throw new AppError('BAD_REQUEST', `This file has ${widest} columns; at most ${MOST_COLUMNS} are read.`);
  }
  const problem = headProblem(head.columns, form);
  if (problem !== null) throw new AppError('BAD_REQUEST', problem);
  return head;
}

function firstRow(text: string, delimiter: string, form: TableForm): string[] {
  const { data } = Papa.parse<string[]>(text, { preview: 1, delimiter });
  const names = (data[0] ?? []).map((name) => name.trim());
  return names.map((name) => form.columns.find((known) => known === name.toLowerCase()) ?? name);
}

const listed = new Intl.ListFormat('en-GB');

function headProblem(columns: string[], form: TableForm): string | null {
  const missing = form.required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    return `The first row must name the columns ${listed.format(form.required)}. Missing: ${missing.join(', ')}.`;
  }
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return `The column "${twice.slice(0, 100)}" stands twice in the first row.`;
  const other = columns.find((name) => !form.columns.includes(name) && !form.others?.test(name));
  if (other === undefined) return null;
  return form.others === null
    ? `There is no column "${other.slice(0, 100)}" here. Known are ${listed.format(form.columns)}.`
    : `"${other.slice(0, 100)}" cannot be the name of a column: write letters, digits, "_", "-" and ".".`;
}

type CsvRecord = { cells: string[]; problem: string | null };

const TOO_LONG = 'A row of this file is longer than 256 KiB. Is a quotation mark not closed?';

/** Hands over the records of the text, some hundred kilobytes at a time, and waits until each piece was taken. */
function readRecords(text: string, delimiter: string, take: (records: CsvRecord[]) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter,
      chunkSize: PIECE,
      chunk: ({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        const problems = new Map(errors.map(({ row, message }) => [row, message]));
        const refuse = (error: unknown) => {
          // in this order: to abort is also to complete
          reject(error);
          parser.abort();
        };
        // nothing whole in all that was read so far: it would be read again with every further piece
        if (data.length === 0) return refuse(new AppError('BAD_REQUEST', TOO_LONG));
        parser.pause();
        take(data.map((cells, index) => ({ cells, problem: problems.get(index) ?? null }))).then(
          // others have their turn between two pieces
          () => setImmediate(() => parser.resume()),
          refuse,
        );
      },
      complete: () => resolve(),
    });
  });
}
