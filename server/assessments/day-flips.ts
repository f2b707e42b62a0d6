import { z } from 'zod';
import { type CellChange, FLIP_CAUSES } from '#rubrics/scoring/compare.ts';
import { stateSchema } from '#rubrics/scoring/states.ts';

/** A criterion of a cell that changed its state over a day, as the daily row keeps it. Null: it was not there. */
export const dayFlipSchema = z.strictObject({
  capability: z.string(),
  aspect: z.string(),
  criterion: z.string(),
  before: stateSchema.nullable(),
  after: stateSchema.nullable(),
  why: z.enum(FLIP_CAUSES),
});
export type DayFlip = z.infer<typeof dayFlipSchema>;
export const dayFlipsSchema = z.array(dayFlipSchema);

/** The flips of a comparison, one entry a criterion and cell. */
export function flattenFlips(changes: readonly CellChange[]): DayFlip[] {
  return changes.flatMap(({ capability, aspect, flips }) =>
    flips.map(({ id, before, after, because }) => ({ capability, aspect, criterion: id, before, after, why: because })),
  );
}

const keyOf = ({ capability, aspect, criterion }: DayFlip) => `${capability}/${aspect}/${criterion}`;

/** What changed over a day that was scored several times: the first state of each criterion against its last. */
export function mergeFlips(earlier: readonly DayFlip[], later: readonly DayFlip[]): DayFlip[] {
  const merged = new Map(earlier.map((flip) => [keyOf(flip), flip]));
  for (const flip of later) {
    const first = merged.get(keyOf(flip));
    if (first === undefined) merged.set(keyOf(flip), flip);
    else if (first.before === flip.after) merged.delete(keyOf(flip));
    else merged.set(keyOf(flip), { ...flip, before: first.before });
  }
  return [...merged.values()];
}
