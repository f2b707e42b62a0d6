import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { findPlatform, type Platform } from '../find-platform.ts';
import type { CellProblem, FileRow, PlannedRow } from './catalogue-file.ts';

const listed = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const YES_NO: Record<string, boolean> = { yes: true, true: true, '1': true, no: false, false: false, '0': false };

/** What stands in cells, as values; what cannot be read becomes a problem of its cell. */
export function readCells({ cells }: FileRow) {
  const problems: CellProblem[] = [];
  const fail = (column: string, reason: string): undefined => {
    problems.push({ column, reason });
  };
  const given = (column: string) => cells.get(column) || undefined;
  return {
    problems,
    fail,
    /** undefined: the file has no such column, or the cell is empty */
    text: given,
    /** undefined: no such column; null: an empty cell */
    clearable: (column: string) => (cells.has(column) ? (given(column) ?? null) : undefined),
    yesNo: (column: string) => {
      const text = given(column)?.toLowerCase();
      if (text === undefined) return undefined;
      return YES_NO[text] ?? fail(column, 'Write yes or no.');
    },
    oneOf: <Value extends string>(column: string, values: readonly Value[]) => {
      const text = given(column)?.toLowerCase();
      if (text === undefined) return undefined;
      return values.find((value) => value === text) ?? fail(column, `Write ${listed.format(values)}.`);
    },
    number: (column: string, [low, high]: readonly [number, number]) => {
      const text = given(column)?.replace(/^(\d+),(\d+)$/, '$1.$2');
      if (text === undefined) return undefined;
      const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
      return value >= low && value <= high ? value : fail(column, `Write a number from ${low} to ${high}.`);
    },
    /** the problems of a value against its schema, under the column that it was read from */
    check: (column: string, schema: z.ZodType, value: unknown) => {
      const [issue] = schema.safeParse(value).error?.issues ?? [];
      if (issue !== undefined)
        fail(column, issue.code === 'too_big' ? `Write at most ${issue.maximum} characters.` : issue.message);
    },
  };
}

export const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/** Rows that name the same thing as a row above them. */
export function refuseTwins(rows: readonly PlannedRow[], column: string): void {
  const first = new Map<string, number>();
  for (const { row, subject, problems } of rows) {
    const above = first.get(subject);
    if (above === undefined) first.set(subject, row);
    else problems.push({ column, reason: `"${subject}" stands in row ${above} already.` });
  }
}

export async function platformOf(ctx: Context, key: string | undefined): Promise<Platform> {
  if (key === undefined) throw new AppError('BAD_REQUEST', 'Say which platform.');
  return findPlatform(ctx, key);
}
