import { readTable, type TableForm, type TableHead } from '../csv/read-table.ts';
import type { ReadSample } from './read-metrics-body.ts';
import { sampleOfCells } from './sample-of-cells.ts';

const FORM: TableForm = {
  largest: 16 * 1024 * 1024,
  columns: ['metric', 'capability', 'team', 'at', 'value'],
  required: ['metric', 'at', 'value'],
  others: /^[A-Za-z][\w.-]{0,62}$/,
};

export type CsvRow = { row: number; cells: string[]; read: ReadSample };

/**
 * Reads CSV in long form (one value a row): the columns metric, at and value, where it is about one capability or team also
 * these, and any other column as a label.
 */
export function readCsv(text: string, take: (rows: CsvRow[]) => Promise<void> | void): Promise<TableHead> {
  return readTable(text, FORM, (rows, head) =>
    take(
      rows.map(({ row, cells, problem }) => ({
        ...{ row, cells },
        read: problem === null ? sampleOfCells(cells, head) : { reason: problem },
      })),
    ),
  );
}
