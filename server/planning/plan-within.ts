import { round6 } from '#rubrics/round6.ts';
import { effectBetween, goalOf } from '#rubrics/scoring/effect.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { type OpenPlace, type Program, planProgram } from '#rubrics/scoring/plan-program.ts';
import type { StepEfforts } from '#rubrics/scoring/route-to-target.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import type { Scored } from '../assessments/score-platform.ts';
import type { CriterionPlace } from '../backlog/improvement-fields.ts';
import type { BudgetPlan, PlannedWork } from './budget-plan.ts';
import { joinStages, orderWork, type Stage } from './order-work.ts';
import { type Prices, pricePlaces, toDays, toUnits, type Unestimated } from './price-places.ts';
import { readWishes, type Wishes } from './read-wishes.ts';
import { type Solution, solveProgram } from './solve-program.ts';

/** What somebody wants planned. */
export type PlanRequest = {
  /** person-days */
  budget: number;
  must: readonly CriterionPlace[];
  never: readonly CriterionPlace[];
  unestimated: Unestimated;
  limitSeconds: number;
};

/**
 * The plan that brings most within a budget, on the evidence as it is scored. What it says of percent to target and levels is
 * the engine's own answer to the plan, not the solver's. It computes for as long as the limit says: for tasks and the command line.
 */
export async function planWithin(scored: Scored, efforts: StepEfforts, request: PlanRequest): Promise<BudgetPlan> {
  const { rubric, loaded, scorecard } = scored;
  const program = planProgram(rubric, scorecard, loaded.bundle.settings.capabilities);
  const prices = pricePlaces(program, rubric, efforts, request.unestimated);
  const wishes = readWishes(request, { program, prices, rubric, capabilities: loaded.bundle.settings.capabilities });
  const limits = { budget: toUnits(request.budget), costs: prices.costs, ...wishes };
  const solution = await solveProgram(program, limits, request.limitSeconds);
  const after = scoreAssuming(rubric, loaded, assumed(program, solution.places));
  const targets = new Map(scorecard.cells.map(({ capability, aspect, target }) => [`${capability}/${aspect}`, target]));
  return {
    ...{ asOf: scorecard.asOf, rubric: scorecard.rubric, budget: request.budget, days: toDays(solution.cost) },
    percentToTarget: { before: scorecard.percentToTarget, after: after.percentToTarget },
    ...{ isBest: solution.isBest, gain: shareOf(solution.gain, program), bound: shareOf(solution.bound, program) },
    stages: describeStages(scored, { program, prices, solution, wishes }),
    cells: effectBetween(scorecard, after)
      .cells.filter(({ from, to }) => (to ?? 0) > (from ?? 0))
      .map((cell) => ({ ...cell, target: targets.get(`${cell.capability}/${cell.aspect}`) ?? 0 })),
    owners: sumByOwner(solution.places.map((number) => describeWork(scored, number, { program, prices, wishes }))),
    unestimated: unestimatedIn(program, prices),
    medianDays: prices.medianDays,
    needless: wishes.needless,
    possible: possibleOf(scored, program, prices),
  };
}

/** A gain of the program as a share of percent to target. */
const shareOf = (gain: number, { whole }: Program) => (whole === 0 ? 0 : Math.min(1, round6(gain / whole)));

const placeOf = ({ criterion, capability }: OpenPlace): CriterionPlace => ({ criterion, capability });

function assumed({ places }: Program, numbers: readonly number[]) {
  return numbers
    .flatMap((number) => places[number] ?? [])
    .map(({ criterion, capability, role }) => ({ criterion, capability, state: goalOf(role) }));
}

type Planned = { program: Program; prices: Prices; wishes: Wishes };

function describeWork({ rubric, loaded }: Scored, number: number, { program, prices, wishes }: Planned): PlannedWork {
  const place = program.places[number];
  if (place === undefined) throw new RangeError(`The program has no place ${number}.`);
  const { withNeeds: _needs, ...known } = place;
  return {
    ...known,
    title: rubric.pack.criteria.find(({ id }) => id === place.criterion)?.title ?? place.criterion,
    days: toDays(prices.costs[number] ?? 0),
    isMedian: prices.unsaid.has(number),
    owner: loaded.bundle.settings.capabilities.find(({ key }) => key === place.capability)?.owner ?? null,
    isWanted: wishes.must.some((wanted) => program.places[wanted]?.withNeeds.includes(number)),
  };
}

function describeStages(scored: Scored, planned: Planned & { solution: Solution }): BudgetPlan['stages'] {
  const { program, prices, solution } = planned;
  const { value } = scored.scorecard.percentToTarget;
  const ordered = orderWork(program, solution.places, prices.costs);
  const isGated = scored.rubric.rollUp === 'gated';
  const reached = isGated ? rungsReached : levelsReached(scored, program);
  let cost = 0;
  let gain = 0;
  return (isGated ? ordered : joinStages(ordered)).map((stage) => {
    const { places, rungs } = stage;
    cost += places.reduce((sum, number) => sum + (prices.costs[number] ?? 0), 0);
    gain += rungs.reduce((sum, rung) => sum + rung.gain, 0);
    return {
      work: places.map((number) => describeWork(scored, number, planned)),
      cells: reached(stage),
      days: toDays(cost),
      percentToTarget: value === null ? null : Math.min(1, round6(value + gain / program.whole)),
    };
  });
}

type Reached = BudgetPlan['stages'][number]['cells'];

const rungsReached = ({ rungs }: Stage): Reached =>
  rungs.map(({ capability, aspect, level }) => ({ capability, aspect, level }));

/** Where answers are added up: the level that each cell of a stage has come to, of one stage after the other. */
function levelsReached({ rubric, loaded }: Scored, program: Program): (stage: Stage) => Reached {
  let here = openWhatIf(makeBase(rubric, loaded));
  return ({ places, rungs }) => {
    here = here.after(assumed(program, places));
    const cells = new Set(rungs.map(({ capability, aspect }) => `${capability}/${aspect}`));
    return here.now.cells
      .filter(({ capability, aspect }) => cells.has(`${capability}/${aspect}`))
      .map(({ capability, aspect, level }) => ({ capability, aspect, level: level ?? rubric.floor }));
  };
}

/** Who has most to do first. */
function sumByOwner(work: readonly PlannedWork[]): BudgetPlan['owners'] {
  const groups = [...Map.groupBy(work, ({ owner }) => owner)];
  return groups
    .map(([team, mine]) => ({
      team,
      days: toDays(mine.reduce((sum, { days }) => sum + toUnits(days), 0)),
      work: mine.length,
    }))
    .toSorted((a, b) => b.days - a.days || ((a.team ?? '') < (b.team ?? '') ? -1 : 1));
}

const wantedBySome = ({ rungs }: Program) => new Set(rungs.flatMap(({ places }) => places));

function unestimatedIn(program: Program, { unsaid }: Prices): CriterionPlace[] {
  const wanted = wantedBySome(program);
  return program.places.filter((_, number) => unsaid.has(number) && wanted.has(number)).map(placeOf);
}

/** Everything that could be planned, whatever the budget. */
function possibleOf(scored: Scored, program: Program, { costs }: Prices): BudgetPlan['possible'] {
  const reachable = program.rungs.filter(({ places }) => places.every((number) => costs[number] !== null));
  const numbers = [...wantedBySome({ ...program, rungs: reachable })];
  const { percentToTarget } = scoreAssuming(scored.rubric, scored.loaded, assumed(program, numbers));
  return {
    percentToTarget: percentToTarget.value,
    days: toDays(numbers.reduce((sum, number) => sum + (costs[number] ?? 0), 0)),
  };
}
