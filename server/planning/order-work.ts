import type { Program, Rung } from '#rubrics/scoring/plan-program.ts';

/** Work done together, and the levels that are reached when it is done. Places and rungs of a program. */
export type Stage = { places: number[]; rungs: Rung[] };

/**
 * The chosen places in an order that pays: next always what brings most for its days, once everything before it is done; within a
 * stage nothing stands before what it needs. What unlocks nothing comes last.
 */
export function orderWork(program: Program, chosen: readonly number[], costs: readonly (number | null)[]): Stage[] {
  const within = new Set(chosen);
  const done = new Set<number>();
  const stages: Stage[] = [];
  let open = program.rungs.filter(({ places }) => places.every((number) => within.has(number)));
  const costOf = (rung: Rung) => rest(rung, done).reduce((sum, number) => sum + (costs[number] ?? 0), 0);
  while (open.length > 0) {
    const offers = open.map((rung) => ({ rung, cost: costOf(rung), gain: gainOnTheWay(rung, open) }));
    const best = offers.reduce((a, b) => (b.gain * a.cost > a.gain * b.cost ? b : a));
    const places = rest(best.rung, done);
    for (const number of places) done.add(number);
    const rungs = open.filter((rung) => rest(rung, done).length === 0);
    open = open.filter((rung) => !rungs.includes(rung));
    stages.push({ places: inOrder(program, places), rungs });
  }
  const last = chosen.filter((number) => !done.has(number));
  return last.length === 0 ? stages : [...stages, { places: inOrder(program, last), rungs: [] }];
}

const rest = ({ places }: Rung, done: ReadonlySet<number>) => places.filter((number) => !done.has(number));

/** Reaching a level brings the levels below it in its cell as well. */
function gainOnTheWay({ capability, aspect, level }: Rung, open: readonly Rung[]): number {
  const below = open.filter((one) => one.capability === capability && one.aspect === aspect && one.level <= level);
  return below.reduce((sum, { gain }) => sum + gain, 0);
}

/** What needs more comes later: its needs have fewer. */
function inOrder({ places }: Program, numbers: readonly number[]): number[] {
  const needs = (number: number) => places[number]?.withNeeds.length ?? 0;
  const level = (number: number) => places[number]?.level ?? 0;
  return numbers.toSorted((a, b) => needs(a) - needs(b) || level(a) - level(b) || a - b);
}
