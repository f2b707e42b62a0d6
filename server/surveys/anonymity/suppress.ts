import { remainder, type Slice, topmost } from './slices.ts';

/** exact: as it is · banded: as nine tenths and one tenth, without its count · hidden: neither values nor counts */
export type Shown = 'exact' | 'banded' | 'hidden';

type Rule<Item> = {
  /** k */
  minimum: number;
  /** whether publishing these answers exactly would tell what each single one of them was */
  givesAway: (items: Item[]) => boolean;
};

/**
 * Decides once, for all slices of one question together, which are shown. What holds afterwards, and what the tests attack:
 * every shown slice has at least k answers; what is left of it after the shown slices below it is nothing or at least k,
 * and so is every difference and union that a reader can form; no answers that give everybody away can be had exactly,
 * directly or by subtraction. Where something must give way, the smallest slice does, and a parent stays before its teams.
 */
export function suppress<Item>(slices: readonly Slice<Item>[], rule: Rule<Item>): Map<Slice<Item>, Shown> {
  const shown = new Map<Slice<Item>, Shown>(
    slices.map((slice) => [slice, slice.items.length >= rule.minimum ? 'exact' : 'hidden']),
  );
  // each round takes something away, so this ends
  while (slices.some((slice) => giveWay(slice, shown, rule)));
  return shown;
}

/** Mends the first thing that a slice would reveal; whether there was one. */
function giveWay<Item>(slice: Slice<Item>, shown: Map<Slice<Item>, Shown>, rule: Rule<Item>): boolean {
  const isShown = (other: Slice<Item>) => shown.get(other) !== 'hidden';
  const isExact = (other: Slice<Item>) => shown.get(other) === 'exact';
  if (!isShown(slice)) return false;

  const left = remainder(slice, isShown).length;
  if (left > 0 && left < rule.minimum) return hideSmallest(topmost(slice, isShown), shown);
  if (!isExact(slice) || !rule.givesAway(remainder(slice, isExact))) return false;

  const subtracted = topmost(slice, isExact);
  if (subtracted.length > 0) return hideSmallest(subtracted, shown);
  shown.set(slice, 'banded');
  return true;
}

function hideSmallest<Item>(candidates: Slice<Item>[], shown: Map<Slice<Item>, Shown>): boolean {
  const smallest = candidates.reduce((least, slice) => (slice.items.length < least.items.length ? slice : least));
  shown.set(smallest, 'hidden');
  return true;
}
