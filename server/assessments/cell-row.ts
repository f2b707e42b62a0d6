import { z } from 'zod';
import { type Cell, cellSchema } from '#rubrics/scoring/scorecard.ts';

const level = z.number().nullable();

/** A cell in a daily row: capability, aspect, level, low, high, coverage, target, state. */
export const cellRowSchema = z.union([
  z.tuple([z.string(), z.string(), level, level, level, z.number().nullable(), z.number(), cellSchema.shape.state]),
  // rows written before the state was kept
  z.tuple([z.string(), z.string(), level, level, level, z.number().nullable(), z.number()]),
]);
export const cellRowsSchema = z.array(cellRowSchema);

export function cellRow(cell: Cell): z.infer<typeof cellRowSchema> {
  return [cell.capability, cell.aspect, cell.level, cell.low, cell.high, cell.coverage, cell.target, cell.state];
}

/** Without a level and without its state a cell is taken not to be offered: what does not apply seldom changes. */
export function readCellRows(text: string) {
  return cellRowsSchema.parse(JSON.parse(text)).map(([capability, aspect, own, low, high, coverage, target, known]) => {
    const state: Cell['state'] = known ?? (own === null ? 'not_offered' : 'scored');
    return { capability, aspect, level: own, low, high, coverage, target, state };
  });
}
