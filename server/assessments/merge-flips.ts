import { z } from 'zod';
import { type Flip, flipSchema } from '#rubrics/scoring/flips.ts';

/** The flips of a daily row. */
export const flipsSchema = z.array(flipSchema);

const keyOf = ({ capability, aspect, criterion }: Flip) => `${capability}/${aspect}/${criterion}`;
/** Where it stood before, under the id that it had then. */
const formerKeyOf = (flip: Flip) => keyOf({ ...flip, criterion: flip.formerly ?? flip.criterion });

/**
 * What changed over a day that was scored several times: the first state of each criterion against its last, with every cause.
 * One that got another id on the way is told under the new one.
 */
export function mergeFlips(earlier: readonly Flip[], later: readonly Flip[]): Flip[] {
  const merged = new Map(earlier.map((flip) => [keyOf(flip), flip]));
  for (const flip of later) {
    const [then, now] = [formerKeyOf(flip), keyOf(flip)];
    const first = merged.get(then) ?? merged.get(now);
    if (first !== undefined && (then !== now || first.before === flip.after)) merged.delete(then);
    if (first === undefined) merged.set(now, flip);
    else if (first.before !== flip.after) merged.set(now, join(first, flip));
  }
  return [...merged.values()];
}

function join(first: Flip, last: Flip): Flip {
  const formerly = first.formerly ?? last.formerly;
  return {
    ...last,
    ...(formerly === undefined ? {} : { formerly }),
    before: first.before,
    ...earlierCauses(first, last),
  };
}

/** The causes of the way before the last one, each once. */
function earlierCauses(first: Flip, last: Flip): Pick<Flip, 'earlier'> {
  const causes = [...(first.earlier ?? []), first.why, ...(last.earlier ?? [])];
  const earlier = [...new Set(causes)].filter((cause) => cause !== last.why);
  return earlier.length === 0 ? {} : { earlier };
}
