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
  const ladders = Map.groupBy(open, ({ ladder }) => ladder);
  const costOf = (rung: Rung) => rest(rung, done).reduce((sum, number) => sum + (costs[number] ?? 0), 0);
  while (open.length > 0) {
    const offers = open.map((rung) => ({ rung, cost: costOf(rung), gain: gainOnTheWay(rung, ladders) }));
    const best = offers.reduce((a, b) => (b.gain * a.cost > a.gain * b.cost ? b : a));
    const places = rest(best.rung, done);
    for (const number of places) done.add(number);
    const rungs = open.filter((rung) => rest(rung, done).length === 0);
    open = open.filter((rung) => !rungs.includes(rung));
    for (const { ladder } of rungs)
      ladders.set(
        ladder,
        (ladders.get(ladder) ?? []).filter((rung) => !rungs.includes(rung)),
      );
    stages.push({ places: inOrder(program, places), rungs });
  }
  const last = chosen.filter((number) => !done.has(number));
  return last.length === 0 ? stages : [...stages, { places: inOrder(program, last), rungs: [] }];
}

const rest = ({ places }: Rung, done: ReadonlySet<number>) => places.filter((number) => !done.has(number));

/** Reaching a rung brings those below it on its ladder as well. */
function gainOnTheWay({ ladder, level }: Rung, open: ReadonlyMap<string, readonly Rung[]>): number {
  const below = (open.get(ladder) ?? []).filter((one) => one.level <= level);
  return below.reduce((sum, { gain }) => sum + gain, 0);
}

/** Stages that follow one another and lift the same one cell, as one: where each answer pays by itself, a cell is read at once. */
export function joinStages(stages: readonly Stage[]): Stage[] {
  const joined: Stage[] = [];
  for (const stage of stages) {
    const last = joined.at(-1);
    const cell = onlyCell(stage);
    if (last === undefined || cell === null || onlyCell(last) !== cell) joined.push({ ...stage });
    else {
      last.places = [...last.places, ...stage.places];
      last.rungs = [...last.rungs, ...stage.rungs];
    }
  }
  return joined;
}

/** The one cell that a stage lifts; null: none, or several. */
function onlyCell({ rungs }: Stage): string | null {
  const cells = new Set(rungs.map(({ capability, aspect }) => `${capability}/${aspect}`));
  return cells.size === 1 ? ([...cells][0] ?? null) : null;
}

/** What needs more comes later: its needs have fewer. */
function inOrder({ places }: Program, numbers: readonly number[]): number[] {
  const needs = (number: number) => places[number]?.withNeeds.length ?? 0;
  const level = (number: number) => places[number]?.level ?? 0;
  return numbers.toSorted((a, b) => needs(a) - needs(b) || level(a) - level(b) || a - b);
}
