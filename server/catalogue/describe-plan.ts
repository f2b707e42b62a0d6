import type { PlannedRow } from './files/catalogue-file.ts';
import { changesOf, effectOf, problemsOf, type ReadFile } from './plan-file.ts';

const FIRST_ROWS = 200;
const FIRST_PROBLEMS = 100;
const FIRST_LETTERS = 200;

/** What an import of a file would do, for whoever looks before it is stored: how much, the first rows, and what is wrong. */
export function describePlan(read: ReadFile, rows: PlannedRow[]) {
  const plan = { rows };
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
