import type { Bundle } from '../evidence/bundle.ts';
import { keyOf } from '../evidence/day-columns.ts';
import type { Rubric } from '../rubric.ts';
import { aimOfAnswers, answerRungs } from './plan-answers.ts';
import { type Caps, levelToReach, placeKeyOf, type StepKind, stepsTo } from './route-steps.ts';
import type { Cell, CriterionResult, Scorecard } from './scorecard.ts';
import { isShort } from './short-of-target.ts';
import type { Role } from './states.ts';

/** A criterion that is not where one wants it, at a capability or (null) of the platform as a whole. */
export type OpenPlace = {
  criterion: string;
  capability: string | null;
  aspect: string;
  level: number;
  role: Role;
  kind: StepKind;
  /** numbers of the places that have to be done with it, ascending: itself, and whatever it needs by way of others */
  withNeeds: readonly number[];
};

/** One level of one cell that pays, or one answer where answers are added up. It is reached when every one of its places is done. */
export type Rung = {
  capability: string;
  aspect: string;
  level: number;
  /** rungs of one ladder follow one another, the lower level first, and are reached from below: the levels of a cell; an answer is a ladder of its own */
  ladder: string;
  /** what it adds to Σ w·level (of answers: Σ w·answer) up to the target */
  gain: number;
  /** numbers of places, ascending; those of the rung below on its ladder are among them */
  places: readonly number[];
};

/** What there is to plan (docs/scoring.md §7): the places, and the levels that doing them unlocks. Costs are no part of it. */
export type Program = {
  /** by criterion, then capability */
  places: readonly OpenPlace[];
  /** by cell in the order of the scorecard, then level */
  rungs: readonly Rung[];
  /** Σ w·(target − floor): percent to target rises by gain over whole */
  whole: number;
};

/**
 * The program of a scorecard. Where levels are gated, required criteria of all levels up to the next non-empty one, every anchor
 * and every active limiter that caps below stand before a level; what is exempt, announced or not applicable does not, and an
 * undecided limiter does not act. Where answers are added up, each answer short of its target pays by itself, whatever the sums
 * and means above it, for percent to target is counted answer by answer. Levels and answers above the target pay nothing, nor do
 * capabilities that are not offered. Pure.
 */
export function planProgram(
  rubric: Rubric,
  scorecard: Pick<Scorecard, 'cells'>,
  capabilities: Bundle['settings']['capabilities'],
): Program {
  const places = openPlaces(rubric, scorecard);
  const numbers = new Map(places.map((place, i) => [placeKeyOf(place), i]));
  const settings = new Map(capabilities.map((one) => [one.key, one]));
  const caps = new Map(rubric.criteria.map(({ source, capsAt }) => [source.id, capsAt]));
  const { floor } = rubric;
  const isGated = rubric.rollUp === 'gated';
  const withNeeds = (steps: readonly Step[]) =>
    ascending(steps.flatMap((step) => places[numbers.get(placeKeyOf(step)) ?? -1]?.withNeeds ?? []));
  let whole = 0;
  const rungs = scorecard.cells.flatMap((cell) => {
    const { state, weight } = settings.get(cell.capability) ?? { state: 'not_offered', weight: 0 };
    if (cell.state === 'not_applicable') return [];
    whole += weight * (isGated ? Math.max(0, cell.target - floor) : aimOfAnswers(cell, floor));
    if (state !== 'offered' || weight === 0) return [];
    if (!isGated) return answerRungs(cell, { floor, weight, withNeeds });
    const before = (level: number) => {
      const missing = missingBefore(cell, level, caps);
      return missing === undefined ? null : withNeeds(missing);
    };
    return rungsOf(cell, { floor, weight, before });
  });
  return { places, rungs, whole };
}

type Step = Pick<OpenPlace, 'criterion' | 'capability'>;

const ascending = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** What is to be done about a result; null: nothing, it is out of force or where one wants it, or an unchecked symptom. */
function kindOf(result: CriterionResult): StepKind | null {
  const { state, role, target } = result;
  // an answer at which nobody aims may be needed for another all the same
  if (target !== undefined && target > 0 && !isShort(result)) return null;
  if (role === 'limiter') return state === 'met' ? 'remove' : null;
  if (state === 'unknown') return 'gather';
  return state === 'not_met' ? 'improve' : null;
}

/** Every copy of a criterion: of one state, and in packs that add up answers each with the target of its own cell. */
const copiesByPlace = ({ cells }: Pick<Scorecard, 'cells'>): ReadonlyMap<string, readonly CriterionResult[]> => {
  const copies = cells.flatMap(({ capability, criteria }) =>
    criteria.map((result) => ({ key: keyOf(result.id, result.inherited ? null : capability), result })),
  );
  const byKey = Map.groupBy(copies, ({ key }) => key);
  return new Map([...byKey].map(([key, group]) => [key, group.map(({ result }) => result)]));
};

function openPlaces(rubric: Rubric, scorecard: Pick<Scorecard, 'cells'>): OpenPlace[] {
  const results = copiesByPlace(scorecard);
  const open = rubric.criteria.flatMap(({ source: { id, aspect, level, role } }) => {
    const here = scorecard.cells.filter((cell) => cell.aspect === aspect).map(({ capability }) => capability);
    return [null, ...here].flatMap((capability) => {
      const kind = results
        .get(keyOf(id, capability))
        ?.reduce<StepKind | null>((found, one) => found ?? kindOf(one), null);
      return kind === null || kind === undefined ? [] : [{ criterion: id, capability, aspect, level, role, kind }];
    });
  });
  const numbers = new Map(open.map((place, i) => [placeKeyOf(place), i]));
  const needs = new Map(rubric.criteria.map(({ source }) => [source.id, source.needs ?? []]));
  const needed = (number: number) => {
    const { criterion = '', capability = null } = open[number] ?? {};
    return (needs.get(criterion) ?? []).flatMap(
      (id) => numbers.get(keyOf(id, capability)) ?? numbers.get(keyOf(id, null)) ?? [],
    );
  };
  return open.map((place, i) => ({ ...place, withNeeds: ascending(reachable(i, needed)) }));
}

function reachable(start: number, next: (number: number) => number[]): number[] {
  const seen = new Set([start]);
  for (const number of seen) for (const other of next(number)) seen.add(other);
  return [...seen];
}

type CellProgram = { floor: number; weight: number; before: (level: number) => number[] | null };

function rungsOf({ capability, aspect, target }: Cell, { floor, weight, before }: CellProgram): Rung[] {
  const rungs: Rung[] = [];
  const ladder = `${capability}/${aspect}`;
  for (let level = floor + 1; level <= target; level++) {
    const places = before(level);
    if (places === null) break;
    if (places.length > 0) rungs.push({ capability, aspect, level, ladder, gain: weight, places });
  }
  return rungs;
}

/** What keeps a cell below a level; undefined where no level that high can be reached. */
function missingBefore(
  cell: Cell,
  level: number,
  caps: Caps,
): { criterion: string; capability: string | null }[] | undefined {
  const goal = levelToReach(cell, level);
  if (goal === null || goal < level) return undefined;
  return stepsTo(cell, level, caps);
}
