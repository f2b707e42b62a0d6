import { z } from 'zod';
import { type Flip, flipSchema } from '#rubrics/scoring/flips.ts';

/** The flips of a daily row. */
export const flipsSchema = z.array(flipSchema);

const keyOf = ({ capability, aspect, criterion }: Flip) => `${capability}/${aspect}/${criterion}`;

/** What changed over a day that was scored several times: the first state of each criterion against its last, with every cause. */
export function mergeFlips(earlier: readonly Flip[], later: readonly Flip[]): Flip[] {
  const merged = new Map(earlier.map((flip) => [keyOf(flip), flip]));
  for (const flip of later) {
    const first = merged.get(keyOf(flip));
    if (first === undefined) merged.set(keyOf(flip), flip);
    else if (first.before === flip.after) merged.delete(keyOf(flip));
    else merged.set(keyOf(flip), { ...flip, before: first.before, ...earlierCauses(first, flip) });
  }
  return [...merged.values()];
}

/** The causes of the way before the last one, each once. */
function earlierCauses(first: Flip, last: Flip): Pick<Flip, 'earlier'> {
  const causes = [...(first.earlier ?? []), first.why, ...(last.earlier ?? [])];
  const earlier = [...new Set(causes)].filter((cause) => cause !== last.why);
  return earlier.length === 0 ? {} : { earlier };
}
