import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program } from '#rubrics/scoring/plan-program.ts';
import { foldProgram, type Limits } from '#server/planning/fold-program.ts';
import { pickGreedily } from '#server/planning/pick-greedily.ts';
import { solveProgram } from '#server/planning/solve-program.ts';
import { arbitraryProgram } from '#tests/support/arbitrary-program.ts';

const PLENTY = 20;

const gainOf = ({ rungs }: Program, done: ReadonlySet<number>) =>
  rungs.reduce((sum, { gain, places }) => sum + (places.every((number) => done.has(number)) ? gain : 0), 0);

/** Looks at every set of places that is closed under needs, keeps to the wishes and fits: the best gain, and its least cost. */
function bruteForce(program: Program, { budget, costs, must, never }: Limits): { gain: number; cost: number } | null {
  const n = program.places.length;
  let best: { gain: number; cost: number } | null = null;
  const forced = new Set(must.flatMap((number) => program.places[number]?.withNeeds ?? []));
  for (let bits = 0; bits < 2 ** n; bits++) {
    const done = new Set(Array.from({ length: n }, (_, i) => i).filter((i) => bits & (1 << i)));
    if ([...forced].some((number) => !done.has(number))) continue;
    const chosen = [...done].filter((number) => !forced.has(number));
    if (chosen.some((number) => costs[number] === null || never.includes(number))) continue;
    if ([...done].some((number) => program.places[number]?.withNeeds.some((needed) => !done.has(needed)))) continue;
    const cost = [...done].reduce((sum, number) => sum + (costs[number] ?? 0), 0);
    if (cost > budget) continue;
    const gain = gainOf(program, done);
    if (best === null || gain > best.gain || (gain === best.gain && cost < best.cost)) best = { gain, cost };
  }
  return best;
}

describe('a plan within a budget', () => {
  test('is as good as the best of all plans, and as cheap as the cheapest of those', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryProgram, async ({ program, limits }) => {
        const best = bruteForce(program, limits);
        const plan = await solveProgram(program, limits, PLENTY);
        if (best === null) {
          // what must be done costs more than there is: it is in the plan, and the cost tells
          expect(plan.cost).toBeGreaterThan(limits.budget);
          return;
        }
        expect(plan).toMatchObject({ isBest: true, cost: best.cost });
        expect(plan.gain).toBeCloseTo(best.gain, 9);
        expect(plan.bound).toBeCloseTo(best.gain, 9);
        expect(gainOf(program, new Set(plan.places))).toBeCloseTo(plan.gain, 9);
        if (best.gain > 0) found++;
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(200);
  });

  test('is the same however often it is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgram, async ({ program, limits }) => {
        expect(await solveProgram(program, limits, PLENTY)).toEqual(await solveProgram(program, limits, PLENTY));
      }),
      { numRuns: 30 },
    );
  });
});

/** Places that cost what is said, and cells whose levels need them. */
function work(costs: number[], cells: Record<string, { gain: number; levels: number[][] }>): [Program, Limits] {
  const places = costs.map((_, i) => ({
    ...{ criterion: `USE-2.${String.fromCharCode(97 + i)}`, capability: null, aspect: 'use', level: 2 },
    ...{ role: 'required' as const, kind: 'improve' as const, withNeeds: [i] },
  }));
  const rungs = Object.entries(cells).flatMap(([capability, { gain, levels }]) =>
    levels.map((numbers, i) => ({
      ...{ capability, aspect: 'use', level: i + 2, ladder: capability, gain },
      places: numbers,
    })),
  );
  return [
    { places, rungs, whole: 10 },
    { budget: 10, costs, must: [], never: [] },
  ];
}

describe('what a plan weighs', () => {
  test('work that several cells share can be worth more than what pays best at first sight', async () => {
    // 10 days. A alone: 1 for 3 days, the best at first sight. B and C share 6 days and then take 2 each: 2 for 10 days.
    const [program, limits] = work([3, 6, 2, 2], {
      a: { gain: 1, levels: [[0]] },
      b: { gain: 1, levels: [[1, 2]] },
      c: { gain: 1, levels: [[1, 3]] },
    });
    const folded = foldProgram(program, limits);
    expect([...pickGreedily(folded)].map((i) => folded.offers[i]?.rung.capability)).toEqual(['a']);
    // greedy has 7 days left, and nothing that it could still buy: B and C cost 8 each by themselves
    expect(await solveProgram(program, limits, PLENTY)).toEqual({
      places: [1, 2, 3],
      cost: 10,
      gain: 2,
      bound: 2,
      isBest: true,
    });
  });

  test('a level pays only with everything below it', async () => {
    // level 3 costs 1 day, but level 2 below it 10: for 10 days only level 2
    const [program, limits] = work([10, 1, 4], {
      a: { gain: 1, levels: [[0], [0, 1]] },
      b: { gain: 1, levels: [[2]] },
    });
    expect(await solveProgram(program, { ...limits, budget: 10 }, PLENTY)).toMatchObject({
      places: [2],
      gain: 1,
      cost: 4,
    });
    expect(await solveProgram(program, { ...limits, budget: 11 }, PLENTY)).toMatchObject({ places: [0, 1], gain: 2 });
  });

  test('nothing is bought for nothing', async () => {
    const [program, limits] = work([1, 1], { a: { gain: 1, levels: [[0, 1]] } });
    const empty = { places: [], cost: 0, gain: 0, bound: 0, isBest: true };
    expect(await solveProgram(program, { ...limits, budget: 0 }, PLENTY)).toEqual(empty);
    expect(await solveProgram(program, { ...limits, budget: 1 }, PLENTY)).toEqual(empty);
  });

  test('what must be in is in, and what must not be is not', async () => {
    const [program, limits] = work([9, 4, 4], {
      a: { gain: 1, levels: [[0]] },
      b: { gain: 1, levels: [[1]] },
      c: { gain: 1, levels: [[2]] },
    });
    expect(await solveProgram(program, limits, PLENTY)).toMatchObject({ places: [1, 2], gain: 2 });
    expect(await solveProgram(program, { ...limits, must: [0] }, PLENTY)).toMatchObject({
      places: [0],
      gain: 1,
      cost: 9,
    });
    expect(await solveProgram(program, { ...limits, never: [1, 2] }, PLENTY)).toMatchObject({ places: [0], gain: 1 });
    expect(await solveProgram(program, { ...limits, costs: [9, null, 4] }, PLENTY)).toMatchObject({
      gain: 1,
      places: [2],
    });
  });

  test('cut short at once, a plan keeps to the budget and has a bound that holds', async () => {
    const costs = Array.from({ length: 60 }, (_, i) => 100 + ((i * 37) % 91));
    const cells = Object.fromEntries(
      costs.map((_, i) => [
        `c${i}`,
        { gain: 1 + ((i * 13) % 7) / 8, levels: [[i, (i * 7 + 3) % 60, (i * 11 + 5) % 60]] },
      ]),
    );
    const [program] = work(costs, cells);
    const limits = { budget: 3_333, costs, must: [], never: [] };
    const cut = await solveProgram(program, limits, 0);
    expect(cut).toMatchObject({ isBest: false });
    expect(cut.cost).toBeLessThanOrEqual(3_333);
    const whole = await solveProgram(program, limits, PLENTY);
    expect(whole.isBest).toBe(true);
    expect(cut.gain).toBeGreaterThan(0);
    expect(cut.gain).toBeLessThanOrEqual(whole.gain);
    expect(cut.bound).toBeGreaterThanOrEqual(whole.gain);
    // at most everything: 60 gains between 1 and 1.75
    expect(cut.bound).toBeLessThan(60 * 1.75);
  });
});
