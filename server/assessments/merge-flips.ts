import { z } from 'zod';
import { type Flip, flipSchema } from '#rubrics/scoring/flips.ts';

/** The flips of a daily row. */
export const flipsSchema = z.array(flipSchema);

const keyOf = ({ capability, aspect, criterion }: Flip) => `${capability}/${aspect}/${criterion}`;

/** What changed over a day that was scored several times: the first state of each criterion against its last. */
export function mergeFlips(earlier: readonly Flip[], later: readonly Flip[]): Flip[] {
  const merged = new Map(earlier.map((flip) => [keyOf(flip), flip]));
  for (const flip of later) {
    const first = merged.get(keyOf(flip));
    if (first === undefined) merged.set(keyOf(flip), flip);
    else if (first.before === flip.after) merged.delete(keyOf(flip));
    else merged.set(keyOf(flip), { ...flip, before: first.before });
  }
  return [...merged.values()];
}
