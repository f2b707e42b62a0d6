import { z } from 'zod';
import { type Flip, flipSchema } from '#rubrics/scoring/flips.ts';

/** The flips of a daily row. */
export const flipsSchema = z.array(flipSchema);

const keyOf = ({ capability, aspect, criterion }: Flip) => `${capability}/${aspect}/${criterion}`;
/** Where it stood before, under the id that it had then. */
const formerKeyOf = (flip: Flip) => keyOf({ ...flip, criterion: flip.formerly ?? flip.criterion });

/**
 * What changed over a day that was scored several times: the first state of each criterion against its last, with every cause.
 * One that got another id on the way is told under the new one; one that is as it was is not told.
 */
export function mergeFlips(earlier: readonly Flip[], later: readonly Flip[]): Flip[] {
  const merged = new Map(earlier.map((flip) => [keyOf(flip), flip]));
  for (const flip of later) {
    const [then, now] = [formerKeyOf(flip), keyOf(flip)];
    const first = merged.get(then) ?? merged.get(now);
    const joined = first === undefined ? flip : join(first, flip);
    if (first !== undefined && (then !== now || isBack(joined))) merged.delete(then);
    if (first === undefined || !isBack(joined)) merged.set(now, joined);
  }
  return [...merged.values()];
}

/** Whether it counts as it did before. */
export const isBack = ({ before, after, values }: Pick<Flip, 'before' | 'after' | 'values'>): boolean =>
  before === after && values === undefined;

function join(first: Flip, last: Flip): Flip {
  const { values: _, ...rest } = last;
  const formerly = first.formerly ?? last.formerly;
  return {
    ...rest,
    ...(formerly === undefined ? {} : { formerly }),
    before: first.before,
    ...valuesOfBoth(first, last),
    ...earlierCauses(first, last),
  };
}

function valuesOfBoth(first: Flip, last: Flip): Pick<Flip, 'values'> {
  const [from, to] = [first.values ?? last.values, last.values ?? first.values];
  return from === undefined || to === undefined || from.before === to.after
    ? {}
    : { values: { before: from.before, after: to.after } };
}

/** The causes of the way before the last one, each once. */
function earlierCauses(first: Flip, last: Flip): Pick<Flip, 'earlier'> {
  const causes = [...(first.earlier ?? []), first.why, ...(last.earlier ?? [])];
  const earlier = [...new Set(causes)].filter((cause) => cause !== last.why);
  return earlier.length === 0 ? {} : { earlier };
}
