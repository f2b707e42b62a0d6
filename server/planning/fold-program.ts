import type { Program, Rung } from '#rubrics/scoring/plan-program.ts';

/** What a plan may cost, and what must and must not be in it. Places by their number in the program. */
export type Limits = {
  budget: number;
  /** by place, in the unit of the budget, whole numbers; null: nobody has said, so it stays out */
  costs: readonly (number | null)[];
  /** done in any case, with whatever they need */
  must: readonly number[];
  never: readonly number[];
};

/** A level, or an answer, that may be bought. What only it and the rungs above it on its ladder need is in its own cost. */
export type Offer = {
  rung: Rung;
  cost: number;
  /** the offer for the rung below on the same ladder, or null */
  below: number | null;
  /** shared work that it needs and the level below does not */
  shared: readonly number[];
};
export type Folded = {
  offers: readonly Offer[];
  /** costs of work that several ladders need, done together or not at all */
  shared: readonly number[];
  /** places done in any case, ascending, and what they reach by themselves */
  fixed: readonly number[];
  fixedGain: number;
  /** what is left when they are paid; negative: they cost more than there is */
  left: number;
};

/**
 * Makes a program small before it is solved, without losing any plan worth having: places that always come together become
 * one cost, and levels that no budget or wish allows are left out.
 */
export function foldProgram({ places, rungs }: Program, { budget, costs, must, never }: Limits): Folded {
  const fixed = new Set(must.flatMap((number) => places[number]?.withNeeds ?? []));
  const banned = new Set(never);
  const costOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + (costs[number] ?? 0), 0);
  const left = budget - costOf([...fixed]);
  const open = rungs.map((rung) => ({ rung, rest: rung.places.filter((number) => !fixed.has(number)) }));
  const isDone = ({ rest }: { rest: readonly number[] }) => rest.length === 0;
  const kept = open.filter(
    (one) =>
      !isDone(one) &&
      one.rest.every((number) => costs[number] !== null && !banned.has(number)) &&
      costOf(one.rest) <= left,
  );
  const { own, shared, sharedBy } = groupPlaces(kept, costOf);
  const offers = kept.map(({ rung }, i): Offer => {
    const below = i > 0 && isSameLadder(rung, kept[i - 1]?.rung) ? i - 1 : null;
    const already = new Set(below === null ? [] : sharedBy[below]);
    return { rung, cost: own[i] ?? 0, below, shared: (sharedBy[i] ?? []).filter((group) => !already.has(group)) };
  });
  const fixedGain = open.filter(isDone).reduce((sum, { rung }) => sum + rung.gain, 0);
  return { offers, shared, fixed: [...fixed].sort((a, b) => a - b), fixedGain, left };
}

const isSameLadder = (a: Rung, b: Rung | undefined) => a.ladder === b?.ladder;

/** Places that the same rungs need are one group: of one ladder alone it belongs to the lowest of them, else it is shared. */
function groupPlaces(
  kept: readonly { rung: Rung; rest: readonly number[] }[],
  costOf: (numbers: readonly number[]) => number,
): { own: number[]; shared: number[]; sharedBy: number[][] } {
  const users = new Map<number, number[]>();
  for (const [i, { rest }] of kept.entries()) {
    for (const number of rest) users.set(number, [...(users.get(number) ?? []), i]);
  }
  const groups = Map.groupBy(users.keys(), (number) => `${users.get(number)}`);
  const own = kept.map(() => 0);
  const sharedBy = kept.map((): number[] => []);
  const shared: number[] = [];
  for (const members of groups.values()) {
    const needing = users.get(members[0] ?? -1) ?? [];
    const [first = 0] = needing;
    const lowest = kept[first]?.rung;
    if (lowest !== undefined && needing.every((i) => isSameLadder(lowest, kept[i]?.rung))) {
      own[first] = (own[first] ?? 0) + costOf(members);
      continue;
    }
    for (const i of needing) sharedBy[i]?.push(shared.length);
    shared.push(costOf(members));
  }
  return { own, shared, sharedBy };
}
