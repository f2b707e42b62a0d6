import type { DumpedRows, Value } from '#db/backup/dump-tables.ts';

/** Of use to nobody after a restore: who is signed in, links and counts of the hour, and what the database says of itself. */
export const LEFT_OUT = ['migration', 'rateLimit', 'session', 'setUpLink'];

export type KeepRows = (dumped: DumpedRows) => Value[][];
type Given = { openCycles: ReadonlySet<string>; madeAt: string };
type Change = Record<string, Value>;

/**
 * What goes into a backup. A survey that is open goes in as a draft, without its key, its links and its sealed answers, and a
 * rating round that is open without its sealed sheets: in a backup they would outlive the end at which they are promised to be
 * deleted.
 */
export function rowsToKeep({ openCycles, madeAt }: Given): KeepRows {
  const changes: Record<string, (row: Change) => Change> = {
    surveyCycle: ({ id }) => (openCycles.has(String(id)) ? DRAFT : NOTHING),
    ratingRound: ({ state }) => (state === 'open' ? { emptiedAt: madeAt } : NOTHING),
    ratingAssessor: () => ({ sealed: null }),
  };
  return ({ table, rows }) => {
    const { name, columns } = table;
    const change = changes[name];
    if (change !== undefined) return rows.map((row) => changed(columns, row, change));
    const cycle = columns.indexOf('cycleId');
    if (openCycles.size === 0 || cycle === -1 || name === 'surveyTeam') return rows;
    return rows.filter((row) => !openCycles.has(String(row[cycle])));
  };
}

const NOTHING: Change = {};
const DRAFT: Change = { state: 'draft', opensAt: null, sealKey: null };

function changed(columns: string[], row: Value[], change: (row: Change) => Change): Value[] {
  const held = Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
  const now = { ...held, ...change(held) };
  return columns.map((column) => now[column] ?? null);
}

/** How many of these rows are rating rounds that people are rating in. */
export function countOpenRounds({ table, rows }: DumpedRows): number {
  if (table.name !== 'ratingRound') return 0;
  const state = table.columns.indexOf('state');
  return rows.filter((row) => row[state] === 'open').length;
}
