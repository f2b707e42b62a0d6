import { z } from 'zod';
import { findPlatform } from '../catalogue/find-platform.ts';
import { AppError } from '../errors.ts';
import type { Task } from '../tasks/task.ts';
import { checkSamples } from './check-samples.ts';
import { loadCatalogue } from './load-catalogues.ts';
import { makePacker, type PackedSamples } from './packed-samples.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

const FIRST_ROWS = 10;
const FIRST_PROBLEMS = 1_000;
const FIRST_LETTERS = 200;

export const samplesFileField = z.union([z.string(), z.instanceof(Uint8Array)]);

export type RowProblem = { row: number; reason: string };
export type SamplesFile = {
  delimiter: string;
  columns: string[];
  /** the first rows as they were read, with what is wrong with them */
  first: { row: number; cells: string[]; reason: string | null }[];
  rejected: number;
  /** the first thousand */
  problems: RowProblem[];
  samples: PackedSamples;
};

const input = z.strictObject({
  platform: z.string(),
  /** the text, or its bytes in UTF-8 */
  csv: samplesFileField,
});

/** Reads and checks a whole CSV file of samples: seconds for a large one. Whoever asks has been asked for permission before. */
export const readSamplesFileTask: Task<z.infer<typeof input>, SamplesFile> = {
  key: 'read-samples-file',
  long: true,
  input,
  async run(ctx, { platform, csv }) {
    const catalogue = await loadCatalogue(ctx, await findPlatform(ctx, platform));
    const nowMs = ctx.now().getTime();
    const packer = makePacker();
    const file: Omit<SamplesFile, 'delimiter' | 'columns' | 'samples'> = { first: [], rejected: 0, problems: [] };
    const head = await readCsv(typeof csv === 'string' ? csv : decode(csv), (rows) => {
      const read = rows.map((row) => row.read);
      const { accepted, rejected } = checkSamples(read, () => catalogue, nowMs);
      packer.add(accepted);
      file.rejected += rejected.length;
      const problems = problemsOf(rows, rejected);
      file.problems.push(...problems.slice(0, FIRST_PROBLEMS - file.problems.length));
      const reasons = new Map(problems.map(({ row, reason }) => [row, reason]));
      for (const { row, cells } of rows.slice(0, FIRST_ROWS - file.first.length)) {
        file.first.push({ row, cells: cells.map(shorten), reason: reasons.get(row) ?? null });
      }
    });
    return { ...head, ...file, samples: packer.packed() };
  },
};

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('BAD_REQUEST', 'This file is not UTF-8. Save it as "CSV UTF-8" and try again.', { cause });
  }
}

const shorten = (cell: string) => (cell.length > FIRST_LETTERS ? `${cell.slice(0, FIRST_LETTERS)}…` : cell);

/** The rows of a piece that cannot be taken, by their number in the file. */
function problemsOf(rows: CsvRow[], rejected: { index: number; reason: string }[]): RowProblem[] {
  return rejected.flatMap(({ index, reason }) => {
    const row = rows[index]?.row;
    return row === undefined ? [] : [{ row, reason }];
  });
}
