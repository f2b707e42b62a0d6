import { z } from 'zod';

/** What an editor says to the readers of a report, beside its figures. */
export const noteField = z.string().trim().max(2000);
/** What is asked of the reader: one sentence each. */
export const asksField = z
  .array(z.string().trim().min(1, 'Write what is asked, or leave the line out.').max(300))
  .max(8);
/** Why a published quarter is frozen anew. */
export const correctionField = z.string().trim().min(1, 'Say why it is corrected.').max(500);

const storedAsks = z.array(z.string());

/** The asks of a stored row. */
export const parseAsks = (json: string): string[] => storedAsks.parse(JSON.parse(json));
