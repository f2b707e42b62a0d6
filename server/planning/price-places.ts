import type { Rubric } from '#rubrics/rubric.ts';
import type { Program } from '#rubrics/scoring/plan-program.ts';
import { placeKeyOf } from '#rubrics/scoring/route-steps.ts';
import type { StepEfforts } from '#rubrics/scoring/route-to-target.ts';

/** A plan adds up whole hundredths of a person-day: nothing is lost and nothing gained by rounding. */
const UNIT = 100;
export const toUnits = (days: number) => Math.round(days * UNIT);
export const toDays = (units: number) => units / UNIT;

/** What to do about places of which nobody has said the effort. */
export const UNESTIMATED = ['median', 'leave_out'] as const;
export type Unestimated = (typeof UNESTIMATED)[number];

export type Prices = {
  /** by place of the program, in hundredths of a person-day; null: left out */
  costs: (number | null)[];
  /** places that nobody has estimated */
  unsaid: ReadonlySet<number>;
  /** what each of those counts as, in person-days; null: they are left out */
  medianDays: number | null;
};

/** The cost of each place: its estimate, and where there is none the median of all that the rubric says, or nothing at all. */
export function pricePlaces(program: Program, rubric: Rubric, efforts: StepEfforts, unestimated: Unestimated): Prices {
  const said = program.places.map((place) => efforts.get(placeKeyOf(place)) ?? null);
  const medianDays =
    unestimated === 'median' ? medianOf(rubric.pack.criteria.flatMap(({ effort }) => effort ?? [])) : null;
  const costs = said
    .map((days) => days ?? medianDays)
    .map((days) => (days === null ? null : Math.max(1, toUnits(days))));
  return { costs, unsaid: new Set(said.flatMap((days, number) => (days === null ? [number] : []))), medianDays };
}

/** The lower median; null of none. */
function medianOf(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
