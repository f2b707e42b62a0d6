import { z } from 'zod';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import type { Task } from '../tasks/task.ts';
import { type Catalogue, checkSamples } from './check-samples.ts';
import { loadCatalogue } from './load-catalogues.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

const FIRST_ROWS = 10;
const FIRST_PROBLEMS = 100;
const FIRST_LETTERS = 200;

export const previewCsvInput = z.strictObject({ platform: z.string(), csv: z.string() });

export type RowProblem = { row: number; reason: string };
export type CsvPreview = {
  delimiter: string;
  columns: string[];
  /** the first rows as they were read, with what is wrong with them */
  first: { row: number; cells: string[]; reason: string | null }[];
  good: number;
  bad: number;
  /** the first hundred */
  problems: RowProblem[];
};

/** Reads a whole CSV file and says what an import would do with each row. Writes nothing. */
export async function previewCsv(
  ctx: Context,
  { platform: key, csv }: z.infer<typeof previewCsvInput>,
): Promise<CsvPreview> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'editor', 'metrics:write');
  return ctx.runTask(previewCsvTask, { platform: key, csv });
}

/** The reading itself: seconds for a large file. */
export const previewCsvTask: Task<z.infer<typeof previewCsvInput>, CsvPreview> = {
  key: 'preview-csv',
  input: previewCsvInput,
  run: async (ctx, { platform, csv }) =>
    readWhole(ctx, await loadCatalogue(ctx, await findPlatform(ctx, platform)), csv),
};

async function readWhole(ctx: Context, catalogue: Catalogue, csv: string): Promise<CsvPreview> {
  const nowMs = ctx.now().getTime();
  const preview: Omit<CsvPreview, 'delimiter' | 'columns'> = { first: [], good: 0, bad: 0, problems: [] };
  const head = await readCsv(csv, (rows) => {
    const { accepted, rejected } = checkSamples(
      rows.map(({ read }) => read),
      () => catalogue,
      nowMs,
    );
    preview.good += accepted.length;
    preview.bad += rejected.length;
    const problems = problemsOf(rows, rejected);
    preview.problems.push(...problems.slice(0, FIRST_PROBLEMS - preview.problems.length));
    const reasons = new Map(problems.map(({ row, reason }) => [row, reason]));
    for (const { row, cells } of rows.slice(0, FIRST_ROWS - preview.first.length)) {
      preview.first.push({ row, cells: cells.map(shorten), reason: reasons.get(row) ?? null });
    }
  });
  return { ...head, ...preview };
}

const shorten = (cell: string) => (cell.length > FIRST_LETTERS ? `${cell.slice(0, FIRST_LETTERS)}…` : cell);

/** The rows of a piece that cannot be taken, by their number in the file. */
export function problemsOf(rows: CsvRow[], rejected: { index: number; reason: string }[]): RowProblem[] {
  return rejected.flatMap(({ index, reason }) => {
    const row = rows[index]?.row;
    return row === undefined ? [] : [{ row, reason }];
  });
}
