import type { RatingAssessorTable } from '#db/schema.ts';
import { levelsApart } from '#rubrics/scoring/level-steps.ts';
import { type Scale, type Unit, unitKey, unitsOf } from './round.ts';

/** Ratings that lie so far apart, in levels, are to be talked about (docs/scoring.md §6). */
const DISCUSS = 2;
/** From so many levels on a difference between the two sides is a finding. */
const FINDING = 1;

type Side = RatingAssessorTable['side'];
type Given = { side: Side; aspect: string; capability: string; rating: number | null };

/** What the first ratings of a place say, without saying whose they are. */
export type UnitFacts = Unit & {
  /** who gave a level */
  given: number;
  dontKnow: number;
  low: number | null;
  high: number | null;
  /** the lower one of two in the middle */
  median: number | null;
  /** levels between the lowest and the highest; null: fewer than two ratings */
  spread: number | null;
  discuss: boolean;
  /** medians of those who speak for each side, and how many levels the platform team is above the consumers */
  sides: { platformTeam: number; consumers: number; gap: number; finding: boolean } | null;
};

export function describeUnits(scale: Scale, ratings: readonly Given[]): UnitFacts[] {
  const byUnit = Map.groupBy(ratings, ({ aspect, capability }) => `${capability}/${aspect}`);
  const apart = (a: number, b: number) => levelsApart(scale.levels, a, b);
  return unitsOf(scale).map((unit) => describeUnit(unit, byUnit.get(unitKey(unit)) ?? [], apart));
}

/** How many levels of the rubric the second rating is above the first. */
type Apart = (low: number, high: number) => number;

function describeUnit(unit: Unit, given: readonly Given[], apart: Apart): UnitFacts {
  const levels = levelsOf(given);
  const low = levels.at(0) ?? null;
  const high = levels.at(-1) ?? null;
  const spread = low === null || high === null || levels.length < 2 ? null : apart(low, high);
  return {
    ...unit,
    given: levels.length,
    dontKnow: given.length - levels.length,
    ...{ low, high, median: medianOf(levels), spread },
    discuss: spread !== null && spread >= DISCUSS,
    sides: compareSides(given, apart),
  };
}

function compareSides(given: readonly Given[], apart: Apart): UnitFacts['sides'] {
  const medianFor = (side: Side) => medianOf(levelsOf(given.filter((one) => one.side === side)));
  const platformTeam = medianFor('platform_team');
  const consumers = medianFor('consumer');
  if (platformTeam === null || consumers === null) return null;
  const gap = apart(consumers, platformTeam);
  return { platformTeam, consumers, gap, finding: Math.abs(gap) >= FINDING };
}

const levelsOf = (given: readonly Given[]): number[] =>
  given.flatMap(({ rating }) => rating ?? []).toSorted((a, b) => a - b);

const medianOf = (sorted: readonly number[]): number | null => sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
