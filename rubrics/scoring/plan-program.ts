import type { Bundle } from '../evidence/bundle.ts';
import { keyOf } from '../evidence/day-columns.ts';
import type { Rubric } from '../rubric.ts';
import { resultsByPlace } from './effect.ts';
import { type Caps, levelToReach, missingFor, placeKeyOf, type StepKind } from './route-steps.ts';
import type { Cell, CriterionResult, Scorecard } from './scorecard.ts';
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

/** One level of one cell that pays. It is reached when every one of its places is done. */
export type Rung = {
  capability: string;
  aspect: string;
  level: number;
  /** what it adds to Σ w·level up to the target */
  gain: number;
  /** numbers of places, ascending; those of the level below are among them */
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
 * The program of a scorecard whose levels are gated. Required criteria of all levels up to the next non-empty one, every anchor
 * and every active limiter that caps below stand before a level; what is exempt, announced or not applicable does not, and an
 * undecided limiter does not act. Levels above the target pay nothing, nor do capabilities that are not offered. Pure.
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
  let whole = 0;
  const rungs = scorecard.cells.flatMap((cell) => {
    const { state, weight } = settings.get(cell.capability) ?? { state: 'not_offered', weight: 0 };
    if (cell.state === 'not_applicable') return [];
    whole += weight * Math.max(0, cell.target - rubric.floor);
    if (state !== 'offered' || weight === 0) return [];
    const before = (level: number) => {
      const missing = missingBefore(cell, level, caps)?.flatMap((step) => numbers.get(placeKeyOf(step)) ?? []);
      return missing === undefined ? null : ascending(missing.flatMap((number) => places[number]?.withNeeds ?? []));
    };
    return rungsOf(cell, { floor: rubric.floor, weight, before });
  });
  return { places, rungs, whole };
}

const ascending = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** What is to be done about a result; null: nothing, it is out of force or where one wants it, or an unchecked symptom. */
function kindOf({ state, role }: CriterionResult): StepKind | null {
  if (role === 'limiter') return state === 'met' ? 'remove' : null;
  if (state === 'unknown') return 'gather';
  return state === 'not_met' ? 'improve' : null;
}

function openPlaces(rubric: Rubric, scorecard: Pick<Scorecard, 'cells'>): OpenPlace[] {
  const results = resultsByPlace(scorecard);
  const open = rubric.criteria.flatMap(({ source: { id, aspect, level, role } }) => {
    const here = scorecard.cells.filter((cell) => cell.aspect === aspect).map(({ capability }) => capability);
    return [null, ...here].flatMap((capability) => {
      const result = results.get(keyOf(id, capability));
      const kind = result === undefined ? null : kindOf(result);
      return kind === null ? [] : [{ criterion: id, capability, aspect, level, role, kind }];
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
  for (let level = floor + 1; level <= target; level++) {
    const places = before(level);
    if (places === null) break;
    if (places.length > 0) rungs.push({ capability, aspect, level, gain: weight, places });
  }
  return rungs;
}

/** What keeps a cell below a level; undefined where no level that high can be reached. */
function missingBefore(
  cell: Cell,
  level: number,
  caps: Caps,
): { criterion: string; capability: string | null }[] | undefined {
  if (level < 2) {
    // a cell whose anchor is only unknown is at level 1 all the same
    const anchors = cell.criteria.filter(({ role, state }) => role === 'anchor' && state === 'not_met');
    return anchors.map(({ id, inherited }) => ({ criterion: id, capability: inherited ? null : cell.capability }));
  }
  const goal = levelToReach(cell, level);
  if (goal === null || goal < level) return undefined;
  // where levels in between are empty, a symptom may hold a cell at one of them and still let it pass this one
  return missingFor(cell, goal, caps).filter(({ kind, opens }) => kind !== 'remove' || opens <= level);
}
