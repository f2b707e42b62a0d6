import { z } from 'zod';
import type { Context } from '../context.ts';
import { changesOf, effectOf, fileOfKind, filePlace, problemsOf, readFileRows } from './plan-file.ts';

const FIRST_ROWS = 200;
const FIRST_PROBLEMS = 100;
const FIRST_LETTERS = 200;

export const previewFileInput = z.strictObject({ ...filePlace, csv: z.string() });

/** Reads a file of teams, capabilities or targets and says what an import would do. Writes nothing. */
export async function previewFile(ctx: Context, { kind, platform, csv }: z.infer<typeof previewFileInput>) {
  const file = fileOfKind(kind);
  const open = await file.open(ctx, platform, 'change');
  const read = await readFileRows(csv, file);
  const plan = await open.plan(ctx.db, read.rows);
  const problems = problemsOf(read, plan);
  const bad = new Set(problems.map(({ row }) => row));
  const good = plan.rows.filter(({ row }) => !bad.has(row));
  const moving = good.filter((row) => effectOf(row) !== 'same');
  const count = (effect: string) => good.filter((row) => effectOf(row) === effect).length;
  return {
    ...read.head,
    ...{ add: count('add'), change: count('change'), same: count('same'), bad: bad.size },
    rows: moving.slice(0, FIRST_ROWS).map((row) => ({
      ...{ row: row.row, subject: row.subject, isNew: row.before === null },
      changes: changesOf(row).map(({ column, from, to }) => ({ column, from: shorten(from), to: shorten(to) })),
    })),
    problems: problems.slice(0, FIRST_PROBLEMS),
    problemCount: problems.length,
  };
}

const shorten = (text: string) => (text.length > FIRST_LETTERS ? `${text.slice(0, FIRST_LETTERS)}…` : text);
