import { z } from 'zod';
import { bumpSchema } from './bump.ts';
import { PARTS } from './part-rules.ts';

export const CHANGE_KINDS = ['added', 'removed', 'retargeted', 'reworded'] as const;

const fieldChangeSchema = z.strictObject({
  /** as the pack writes it; of what a field holds the path to it, such as `targets.default` */
  field: z.string(),
  /** null: it was not written; on both sides: only the order of a list differs */
  before: z.string().nullable(),
  after: z.string().nullable(),
  bump: bumpSchema,
});
export const changeSchema = z.strictObject({
  part: z.enum(PARTS),
  /** id or key; of the pack as a whole its id */
  id: z.string(),
  /** its title, name or text, of the newer version where there is one */
  name: z.string(),
  /** `retargeted`: more than words differ */
  kind: z.enum(CHANGE_KINDS),
  bump: bumpSchema,
  /** a criterion whose id stood for something else in an earlier version */
  reused: z.boolean(),
  fields: z.array(fieldChangeSchema),
});
/** One part of a pack that differs between two versions. */
export type Change = z.infer<typeof changeSchema>;
