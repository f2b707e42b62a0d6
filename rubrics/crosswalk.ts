import { z } from 'zod';

/**
 * The schema of `crosswalk.yaml`: where something of this pack has a neighbour in another model. It says "see also" and nothing
 * more: levels and answers are never converted. It is apart from the rubric's hash.
 */
const entrySchema = z.strictObject({
  /** an aspect or a criterion of this pack */
  from: z.string().min(1),
  /** the other model, by the name that it is published under */
  model: z.string().min(1),
  /** what it is called there */
  to: z.string().min(1),
  /** how near the two are, or where they part; with `pack` it is read from both sides, so it names the models */
  note: z.string().min(8).optional(),
  /** where the other model is a pack as well: its id */
  pack: z.string().min(1).optional(),
  /** beside `pack`: the aspect or criterion there; whoever is scored by that pack sees the neighbour from the other side */
  at: z.string().min(1).optional(),
});

export const crosswalkEntrySchema = entrySchema.refine(
  ({ pack, at }) => (pack === undefined) === (at === undefined),
  'write "pack" and "at" together: the id of the other pack, and the aspect or criterion there',
);
export type CrosswalkEntry = z.infer<typeof crosswalkEntrySchema>;
