import type { Program } from '#rubrics/scoring/plan-program.ts';
import { type Folded, foldProgram, type Limits, type Offer } from './fold-program.ts';
import { pickGreedily } from './pick-greedily.ts';
import { type IntegerProgram, type Row, runSolver } from './run-solver.ts';

/** A plan: what is done, and how it stands to the best that there is. */
export type Solution = {
  /** numbers of places, ascending */
  places: readonly number[];
  cost: number;
  /** in the unit of the program's gains */
  gain: number;
  /** no plan within the limits gains more; equal to `gain` where the plan is proven to be the best */
  bound: number;
  isBest: boolean;
};

const NEARLY = 1e-6;

/**
 * The plan that gains most within the limits, and of those that gain as much one that costs least; among equals always the
 * same. Cut short by the time limit it is the best that was found, with the bound that was proven. What must be done is in it
 * even where it costs more than there is: `cost` tells.
 */
export async function solveProgram(program: Program, limits: Limits, limitSeconds: number): Promise<Solution> {
  const folded = foldProgram(program, limits);
  const first = pickGreedily(folded);
  if (folded.offers.length === 0)
    return describe(folded, limits, { taken: first, bound: folded.fixedGain, isBest: true });
  const integer = integerProgram(folded, first);
  const found = await runSolver({ ...integer, limitSeconds });
  const searched = takenIn(folded, found.values);
  const best = bestOf(folded, [first, searched]);
  const gain = gainOf(folded, best);
  const isBest = found.isBest && searched !== null && gain > gainOf(folded, searched) - NEARLY;
  const all = folded.offers.reduce((sum, { rung }) => sum + rung.gain, 0);
  if (!isBest)
    return describe(folded, limits, { taken: best, bound: folded.fixedGain + Math.min(found.bound, all), isBest });
  const cheapest = await runSolver({ ...cheapestProgram(folded, integer, best), limitSeconds });
  const cheaper = bestOf(folded, [takenIn(folded, cheapest.values)]);
  const isSame = gainOf(folded, cheaper) > gain - NEARLY && costOf(folded, cheaper) <= costOf(folded, best);
  return describe(folded, limits, { taken: isSame ? cheaper : best, bound: folded.fixedGain + gain, isBest });
}

/** A column for each offer, then for each piece of shared work. */
function integerProgram(folded: Folded, first: ReadonlySet<number>): Omit<IntegerProgram, 'limitSeconds'> {
  const { offers, shared, left } = folded;
  const column = (group: number) => offers.length + group;
  const before = (one: number, other: number): Row => ({
    least: 0,
    most: Infinity,
    terms: [
      [one, 1],
      [other, -1],
    ],
  });
  const costs = [...offers.map(({ cost }) => cost), ...shared];
  const unit = costs.reduce(commonDivisor, 0) || 1;
  return {
    goal: 'maximize',
    worth: [...offers.map(({ rung }) => rung.gain), ...shared.map(() => 0)],
    whole: offers.length,
    rows: [
      ...offers.flatMap((offer, i) => [
        ...(offer.below === null ? [] : [before(offer.below, i)]),
        ...offer.shared.map((group) => before(column(group), i)),
      ]),
      ...equalCells(offers).map(([one, other]) => before(one, other)),
      {
        least: -Infinity,
        most: Math.floor(left / unit),
        terms: costs.flatMap((cost, i) => (cost === 0 ? [] : [[i, cost / unit] as const])),
      },
    ],
    start: startOf(folded, first),
  };
}

/** The same program, asked for the least cost of a plan that gains as much. */
function cheapestProgram(folded: Folded, integer: Omit<IntegerProgram, 'limitSeconds'>, best: ReadonlySet<number>) {
  const terms = integer.worth.flatMap((gain, i) => (gain === 0 ? [] : [[i, gain] as const]));
  const enough: Row = { least: gainOf(folded, best) - NEARLY / 2, most: Infinity, terms };
  const worth = [...folded.offers.map(({ cost }) => cost), ...folded.shared];
  return {
    ...integer,
    goal: 'minimize' as const,
    worth,
    rows: [...integer.rows, enough],
    start: startOf(folded, best),
  };
}

function startOf({ offers, shared }: Folded, taken: ReadonlySet<number>): number[] {
  const needed = new Set([...taken].flatMap((i) => offers[i]?.shared ?? []));
  return [...offers.map((_, i) => (taken.has(i) ? 1 : 0)), ...shared.map((_, group) => (needed.has(group) ? 1 : 0))];
}

/** Cells that cost and gain the same are interchangeable: the earlier one goes first, which spares the search their order. */
function equalCells(offers: readonly Offer[]): [number, number][] {
  const cells = new Map<number, number[]>();
  for (const [i, { below }] of offers.entries()) {
    const start = below === null ? i : ([...cells].find(([, steps]) => steps.at(-1) === below)?.[0] ?? i);
    cells.set(start, [...(cells.get(start) ?? []), i]);
  }
  const look = (steps: readonly number[]) =>
    JSON.stringify(steps.map((i) => [offers[i]?.cost, offers[i]?.rung.gain, offers[i]?.shared]));
  const alike = Map.groupBy(cells.values(), look);
  return [...alike.values()].flatMap((group) =>
    group.slice(1).flatMap((cell, i) => cell.map((step, k): [number, number] => [group[i]?.[k] ?? step, step])),
  );
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

const takenIn = ({ offers }: Folded, values: readonly number[] | null) =>
  values === null ? null : new Set(offers.flatMap((_, i) => ((values[i] ?? 0) > 0.5 ? [i] : [])));

const gainOf = ({ offers }: Folded, taken: ReadonlySet<number>) =>
  [...taken].reduce((sum, i) => sum + (offers[i]?.rung.gain ?? 0), 0);

function costOf({ offers, shared }: Folded, taken: ReadonlySet<number>): number {
  const groups = new Set([...taken].flatMap((i) => offers[i]?.shared ?? []));
  const own = [...taken].reduce((sum, i) => sum + (offers[i]?.cost ?? 0), 0);
  return [...groups].reduce((sum, group) => sum + (shared[group] ?? 0), own);
}

/** The plan that gains most of those that keep to the budget to the last hundredth. */
function bestOf(folded: Folded, plans: readonly (Set<number> | null)[]): Set<number> {
  const kept = plans.flatMap((plan) => (plan !== null && costOf(folded, plan) <= folded.left ? [plan] : []));
  return kept.reduce((a, b) => (gainOf(folded, b) > gainOf(folded, a) ? b : a), new Set<number>());
}

type Found = { taken: ReadonlySet<number>; bound: number; isBest: boolean };

function describe(folded: Folded, { costs }: Limits, { taken, bound, isBest }: Found): Solution {
  const reached = [...taken].flatMap((i) => folded.offers[i]?.rung.places ?? []);
  const places = [...new Set([...folded.fixed, ...reached])].sort((a, b) => a - b);
  const cost = places.reduce((sum, number) => sum + (costs[number] ?? 0), 0);
  return { places, cost, gain: folded.fixedGain + gainOf(folded, taken), bound, isBest };
}
