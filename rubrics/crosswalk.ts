import { z } from 'zod';

/**
 * The schema of `crosswalk.yaml`: where something of this pack has a neighbour in another model. It says "see also" and nothing
 * more: levels and answers are never converted. It is apart from the rubric's hash.
 */
export const crosswalkEntrySchema = z.strictObject({
  /** an aspect or a criterion of this pack */
  from: z.string().min(1),
  /** the other model, by the name that it is published under */
  model: z.string().min(1),
  /** what it is called there */
  to: z.string().min(1),
  /** how near the two are, or where they part */
  note: z.string().min(8).optional(),
});
export type CrosswalkEntry = z.infer<typeof crosswalkEntrySchema>;
