import Papa from 'papaparse';
import { AppError } from '../errors.ts';
import type { ReadSample } from './read-metrics-body.ts';
import { sampleOfCells } from './sample-of-cells.ts';

export const LARGEST_CSV = 16 * 1024 * 1024;
const MOST_COLUMNS = 40;
/** Characters that are read at a time. */
const PIECE = 256 * 1024;
const NAMED = ['metric', 'capability', 'team', 'at', 'value'] as const;
const REQUIRED = ['metric', 'at', 'value'] as const;
const DELIMITERS = [',', ';', '\t'];
const LABEL = /^[A-Za-z][\w.-]{0,62}$/;

/** One row under the header; `row` counts as a spreadsheet does, the header being 1. */
export type CsvRow = { row: number; cells: string[]; read: ReadSample };
export type CsvHead = { delimiter: string; columns: string[] };
type TakeRows = (rows: CsvRow[], head: CsvHead) => Promise<void> | void;

/**
 * Reads CSV in long form (one value a row): the columns metric, at and value, where it is about one capability or team also
 * these, and any other column as a label. Hands over the rows in pieces, so that a big file is never a million objects.
 */
export async function readCsv(text: string, take: TakeRows): Promise<CsvHead> {
  refuseWrongText(text);
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const head = readHead(plain);
  let row = 0;
  await readRecords(plain, head.delimiter, async (records) => {
    const rows: CsvRow[] = [];
    for (const { cells, problem } of records) {
      row += 1;
      if (row === 1 || cells.every((cell) => cell.trim() === '')) continue;
      rows.push({ row, cells, read: problem === null ? sampleOfCells(cells, head) : { reason: problem } });
    }
    if (rows.length > 0) await take(rows, head);
  });
  return head;
}

function refuseWrongText(text: string): void {
  if (text.length > LARGEST_CSV) throw new AppError('PAYLOAD_TOO_LARGE', 'This file is larger than 16 MiB. Split it.');
  if (text.trim() === '') throw new AppError('BAD_REQUEST', 'This file is empty.');
  if (text.includes('\u0000') || text.includes('\ufffd')) {
    throw new AppError('BAD_REQUEST', 'This file is not UTF-8. Save it as "CSV UTF-8" and try again.');
  }
}

/** Read with the delimiter under which most of the columns have a name we know: the rows below it have no say. */
function readHead(text: string): CsvHead {
  const heads = DELIMITERS.map((delimiter) => ({ delimiter, columns: firstRow(text, delimiter) }));
  const head = heads.reduce((best, other) => (knownIn(other) > knownIn(best) ? other : best));
  const widest = Math.max(...heads.map(({ columns }) => columns.length));
  if (widest > MOST_COLUMNS) {
    throw new AppError('BAD_REQUEST', `This file has ${widest} columns; at most ${MOST_COLUMNS} are read.`);
  }
  const problem = headProblem(head.columns);
  if (problem !== null) throw new AppError('BAD_REQUEST', problem);
  return head;
}

function firstRow(text: string, delimiter: string): string[] {
  const { data } = Papa.parse<string[]>(text, { preview: 1, delimiter });
  const names = (data[0] ?? []).map((name) => name.trim());
  return names.map((name) => NAMED.find((named) => named === name.toLowerCase()) ?? name);
}

const knownIn = ({ columns }: CsvHead) => NAMED.filter((name) => columns.includes(name)).length;

function headProblem(columns: string[]): string | null {
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    return `The first row must name the columns metric, at and value. Missing: ${missing.join(', ')}.`;
  }
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return `The column "${twice.slice(0, 100)}" stands twice in the first row.`;
  const bad = columns.find((name) => !LABEL.test(name));
  if (bad === undefined) return null;
  return `"${bad.slice(0, 100)}" cannot be the name of a column: write letters, digits, "_", "-" and ".".`;
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
