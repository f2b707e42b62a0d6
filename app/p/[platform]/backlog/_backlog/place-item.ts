import type { Item, ItemState } from './backlog-data.ts';

/** The list with one improvement in another place: in a state, before another improvement of it, or at its end. */
export function placeItem<T extends Pick<Item, 'id' | 'state'>>(
  list: readonly T[],
  { id, state, before }: { id: string; state: ItemState; before?: string | undefined },
): T[] {
  const moved = list.find((one) => one.id === id);
  if (moved === undefined) return [...list];
  const rest = list.filter((one) => one.id !== id);
  const at = rest.findIndex((one) => one.id === before);
  const place = at === -1 ? rest.length : at;
  return [...rest.slice(0, place), { ...moved, state }, ...rest.slice(place)];
}

/** Before which improvement of its own state it comes when it goes one up or down; null: it cannot. `undefined`: at the end. */
export function stepInState(
  list: readonly Pick<Item, 'id' | 'state'>[],
  id: string,
  step: 'up' | 'down',
): { before: string | undefined } | null {
  const state = list.find((one) => one.id === id)?.state;
  const column = list.filter((one) => one.state === state);
  const at = column.findIndex((one) => one.id === id);
  if (step === 'up') return at > 0 ? { before: column[at - 1]?.id } : null;
  return at !== -1 && at < column.length - 1 ? { before: column[at + 2]?.id } : null;
}

/** Newer improvements, each as the object that it was before where nothing about it has changed. */
export function keepSame<T extends Pick<Item, 'id'>>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return after.map((one) => {
    const was = known.get(one.id);
    return was !== undefined && JSON.stringify(was) === JSON.stringify(one) ? was : one;
  });
}
