import { z } from 'zod';

/** A cell in a daily row: capability, aspect, level, low, high, coverage, target. */
export const cellRowSchema = z.tuple([
  z.string(),
  z.string(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number(),
]);
export const cellRowsSchema = z.array(cellRowSchema);
