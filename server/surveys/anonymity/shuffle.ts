import { randomInt } from 'node:crypto';

/** A new list in an order that nobody can foresee or repeat. */
export function shuffle<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: randomInt(2 ** 47), tie: randomInt(2 ** 47) }))
    .sort((a, b) => a.key - b.key || a.tie - b.tie)
    .map(({ item }) => item);
}
