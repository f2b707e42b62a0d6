import type { TableHead } from '../csv/read-table.ts';
import type { ReadSample } from './read-metrics-body.ts';

const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/;
const DECIMAL_COMMA = /^([+-]?\d+),(\d+)$/;

/** What a row of a spreadsheet says, as a sample. Empty cells are left out. */
export function sampleOfCells(cells: readonly string[], { columns, delimiter }: TableHead): ReadSample {
  const sample: Record<string, unknown> = {};
  const labels: Record<string, string> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (cell === '') continue;
    // what a spreadsheet would compute when the value is exported again
    if (column !== 'value' && /^[=+@-]/.test(cell))
      return { reason: `${column}: "${cell.slice(0, 40)}" is a formula.` };
    if (column === 'value') {
      const value = numberOf(cell, delimiter);
      if (value === null) return { reason: `value: "${cell.slice(0, 40)}" is not a number; write 0.8 or 120.` };
      sample.value = value;
    } else if (column === 'at') sample.at = instantOf(cell);
    else if (column === 'metric' || column === 'capability' || column === 'team') sample[column] = cell;
    else labels[column] = cell;
  }
  for (const column of ['metric', 'at', 'value']) {
    if (sample[column] === undefined) return { reason: `${column}: this cell is empty.` };
  }
  return { value: Object.keys(labels).length === 0 ? sample : { ...sample, labels } };
}

/** Where cells are not separated by commas, a comma is taken as the decimal sign. */
function numberOf(cell: string, delimiter: string): number | null {
  const text = delimiter === ',' ? cell : cell.replace(DECIMAL_COMMA, '$1.$2');
  return NUMBER.test(text) ? Number(text) : null;
}

/** A date alone means its first instant, in UTC. */
const instantOf = (cell: string) => (/^\d{4}-\d\d-\d\d$/.test(cell) ? `${cell}T00:00:00Z` : cell);
