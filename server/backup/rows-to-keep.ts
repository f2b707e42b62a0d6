import type { DumpedRows, Value } from '#db/backup/dump-tables.ts';

/** Of use to nobody after a restore: who is signed in, links and counts of the hour, and what the database says of itself. */
export const LEFT_OUT = ['migration', 'rateLimit', 'session', 'setUpLink'];

export type KeepRows = (dumped: DumpedRows) => Value[][];

/**
 * What goes into a backup. A survey that is open goes in as a draft, without its key, its links and its sealed answers: in a
 * backup they would outlive the close, at which they are promised to be deleted.
 */
export function rowsToKeep(openCycles: ReadonlySet<string>): KeepRows {
  return ({ table, rows }) => {
    if (openCycles.size === 0) return rows;
    if (table.name === 'surveyCycle') return rows.map((row) => asDraft(table.columns, row, openCycles));
    const cycle = table.columns.indexOf('cycleId');
    if (cycle === -1 || table.name === 'surveyTeam') return rows;
    return rows.filter((row) => !openCycles.has(String(row[cycle])));
  };
}

const DRAFT: Record<string, Value> = { state: 'draft', opensAt: null, sealKey: null };

function asDraft(columns: string[], row: Value[], openCycles: ReadonlySet<string>): Value[] {
  if (!openCycles.has(String(row[columns.indexOf('id')]))) return row;
  return columns.map((column, index) => (column in DRAFT ? (DRAFT[column] ?? null) : (row[index] ?? null)));
}
