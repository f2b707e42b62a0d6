import type { CellItems } from './roll-ups/cell-items.ts';
import type { Role } from './states.ts';

/** A criterion as a what-if needs it. */
export type BaseCriterion = {
  id: string;
  /** its place among the aspects */
  aspect: number;
  level: number;
  role: Role;
  /** of a limiter, else 0 */
  capsAt: number;
  /** of the platform: the capabilities (places in the list) with a copy; null: tested for each capability by itself */
  copies: readonly number[] | null;
  /** what `writePlace` made of each place: one for the platform, else one a capability */
  places: readonly number[];
  /** in packs that add up answers, beside `places`: what an answer counts that falls short of the full one, else null */
  numbers?: readonly (number | null)[];
};

/**
 * All that a what-if needs of a rubric, settings and evidence, and nothing else: how every criterion is decided, how cells are
 * made of them, targets and weights. Plain data, small enough for a page (some 20 kB of JSON for 120 criteria × 13
 * capabilities), without evidence, titles or names. Made by `makeBase`, opened by `openWhatIf`.
 */
export type WhatIfBase = {
  rubric: { id: string; version: string; sha256: string };
  /** of the evidence */
  asOf: string;
  floor: number;
  /** the highest level */
  top: number;
  /** keys, in the rubric's order */
  aspects: readonly string[];
  /** by id */
  criteria: readonly BaseCriterion[];
  /** by key; targets in the order of the aspects */
  capabilities: readonly {
    key: string;
    offered: boolean;
    weight: number;
    targets: readonly number[];
    /** in packs that add up answers, beside `targets`: what the criteria of a cell count */
    items?: readonly (CellItems | null)[];
  }[];
  /** claimed levels, by `keyOf(aspect, capability)` */
  claims: readonly (readonly [key: string, claimed: number])[];
};

export type PlaceNow = {
  /** a code of codes.ts */
  state: number;
  /** kinds of the evidence that decided it, with the mark of self-approval, as bits */
  kinds: number;
  /** kinds of all leaves, as bits */
  leafKinds: number;
  /** `applies_to` leaves it out */
  leftOut: boolean;
};

/** A place as one number: state in bits 0…4, kinds in 5…8, kinds of all leaves in 9…11, left out in 12. */
export const writePlace = ({ state, kinds, leafKinds, leftOut }: PlaceNow): number =>
  state | (kinds << 5) | (leafKinds << 9) | (leftOut ? 1 << 12 : 0);

export const readPlace = (place: number): PlaceNow => ({
  state: place & 31,
  kinds: (place >> 5) & 15,
  leafKinds: (place >> 9) & 7,
  leftOut: (place >> 12) % 2 === 1,
});
