/** A team as it stood when the cycle opened. */
export type Group = { id: string; parentId: string | null; invited: number };

/** A set of respondents whose answers may be shown together: everybody, or a team with all teams below it. */
export type Slice<Item> = {
  /** null: everybody */
  group: string | null;
  invited: number;
  /** answers of this very team, not of the teams below it */
  own: Item[];
  /** every answer of the slice */
  items: Item[];
  children: Slice<Item>[];
};

/**
 * The slices of a cycle, everybody first and parents before their teams. Slices are nested or apart, never crossed: what
 * follows from several of them follows from what each holds beside the ones below it.
 */
export function slicesOf<Item extends { group: string }>(
  groups: readonly Group[],
  items: readonly Item[],
): Slice<Item>[] {
  const below = Map.groupBy(groups, (group) => parentOf(groups, group));
  const answers = Map.groupBy(items, (item) => item.group);
  const slices: Slice<Item>[] = [];
  const visit = (id: string | null, invited: number): Slice<Item> => {
    const own = id === null ? [] : (answers.get(id) ?? []);
    const slice: Slice<Item> = { group: id, invited, own, items: [...own], children: [] };
    slices.push(slice);
    for (const group of below.get(id) ?? []) {
      const child = visit(group.id, group.invited);
      slice.children.push(child);
      slice.invited += child.invited;
      slice.items.push(...child.items);
    }
    return slice;
  };
  visit(null, 0);
  return slices;
}

function parentOf(groups: readonly Group[], group: Group): string | null {
  return groups.some(({ id }) => id === group.parentId) ? group.parentId : null;
}

type Chosen<Item> = (slice: Slice<Item>) => boolean;

/** The chosen slices below a slice that no other chosen one contains. */
export function topmost<Item>(slice: Slice<Item>, chosen: Chosen<Item>): Slice<Item>[] {
  return slice.children.flatMap((child) => (chosen(child) ? [child] : topmost(child, chosen)));
}

/** What is left of a slice after the chosen slices below it are subtracted. */
export function remainder<Item>(slice: Slice<Item>, chosen: Chosen<Item>): Item[] {
  return [...slice.own, ...slice.children.flatMap((child) => (chosen(child) ? [] : remainder(child, chosen)))];
}
