import { type Minimums, minimumsOf } from './minimums.ts';
import { shuffle } from './shuffle.ts';
import { type Group, type Slice, slicesOf } from './slices.ts';
import { suppress } from './suppress.ts';

export type Placed<Item> = { group: string | null; item: Item };
/** The slices whose comments may be read, and each comment with the smallest of them that it belongs to. */
export type PlacedComments<Item> = { readable: (string | null)[]; comments: Placed<Item>[] };

/**
 * Under which group an answer is kept: the smallest slice in which it is one of at least `minimum`, so that not even the
 * rows of the database make a smaller group. undefined: there is none, and the answer is not kept.
 */
function homesOf(slices: readonly Slice<{ group: string }>[], minimum: number) {
  const shown = suppress(slices, { minimum, givesAway: () => false });
  const readable = slices.filter((slice) => shown.get(slice) !== 'hidden').map(({ group }) => group);
  const homes = new Map<string, string | null>();
  const walk = (slice: Slice<{ group: string }>, above: string | null | undefined) => {
    const home = shown.get(slice) === 'hidden' ? above : slice.group;
    if (slice.group !== null && home !== undefined) homes.set(slice.group, home);
    for (const child of slice.children) walk(child, home);
  };
  const [everybody] = slices;
  if (everybody !== undefined) walk(everybody, undefined);
  return { readable, homes };
}

/** Answers as they are kept after the close: shuffled, each under a group of at least k answers. */
export function placeAnswers<Item extends { group: string }>(
  groups: readonly Group[],
  minimums: Minimums,
  responses: readonly Item[],
): Placed<Item>[] {
  const { homes } = homesOf(slicesOf(groups, responses), minimumsOf(minimums).scores);
  return shuffle(place(homes, responses));
}

/**
 * Comments as they may be read: shuffled, only in groups from which at least ten people answered, and only where the rest of
 * the group above is nobody or at least ten people too. The others are not kept.
 */
export function placeComments<Item extends { group: string }>(
  groups: readonly Group[],
  minimums: Minimums,
  { responses, comments }: { responses: readonly { group: string }[]; comments: readonly Item[] },
): PlacedComments<Item> {
  const { readable, homes } = homesOf(slicesOf(groups, responses), minimumsOf(minimums).comments);
  return { readable, comments: shuffle(place(homes, comments)) };
}

function place<Item extends { group: string }>(
  homes: Map<string, string | null>,
  items: readonly Item[],
): Placed<Item>[] {
  return items.flatMap((item) => {
    const group = homes.get(item.group);
    return group === undefined ? [] : [{ group, item }];
  });
}
