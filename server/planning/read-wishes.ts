import type { Rubric } from '#rubrics/rubric.ts';
import type { Program } from '#rubrics/scoring/plan-program.ts';
import { placeKeyOf } from '#rubrics/scoring/route-steps.ts';
import type { CriterionPlace } from '../backlog/improvement-fields.ts';
import { AppError } from '../errors.ts';
import { type Prices, toDays, toUnits } from './price-places.ts';

/** Wishes as numbers of places; those about what needs no work any more are set apart. */
export type Wishes = { must: number[]; never: number[]; needless: CriterionPlace[] };
type Asked = { budget: number; must: readonly CriterionPlace[]; never: readonly CriterionPlace[] };
type Ground = { program: Program; prices: Prices; rubric: Rubric; capabilities: readonly { key: string }[] };

/** Reads what must be in a plan and what must not. Refuses places that there are not, and wishes that no plan can keep. */
export function readWishes({ budget, must, never }: Asked, ground: Ground): Wishes {
  const { program, prices } = ground;
  for (const place of [...must, ...never]) refuseUnknown(place, ground);
  const numbers = new Map(program.places.map((place, number) => [placeKeyOf(place), number]));
  const find = (places: readonly CriterionPlace[]) => [
    ...new Set(places.flatMap((place) => numbers.get(placeKeyOf(place)) ?? [])),
  ];
  const wishes = {
    must: find(must),
    never: find(never),
    needless: [...must, ...never].filter((place) => !numbers.has(placeKeyOf(place))),
  };
  refuseContradictions(program, wishes);
  refuseUnpayable(program, { wishes, prices, budget });
  return wishes;
}

function refuseUnknown({ criterion: id, capability: key }: CriterionPlace, { rubric, capabilities }: Ground): void {
  const criterion = rubric.pack.criteria.find((one) => one.id === id);
  if (!criterion) throw new AppError('NOT_FOUND', `There is no criterion "${id}" in this rubric.`);
  const isOfPlatform = criterion.scope === 'platform';
  if (isOfPlatform && key !== null) throw new AppError('BAD_REQUEST', `${id} is about the whole platform.`);
  if (!isOfPlatform && key === null) throw new AppError('BAD_REQUEST', `${id} is about one capability. Say which.`);
  if (key === null || capabilities.some((one) => one.key === key)) return;
  throw new AppError('NOT_FOUND', `There is no capability "${key}".`);
}

const nameOf = ({ criterion, capability }: CriterionPlace) =>
  capability === null ? criterion : `${criterion} for ${capability}`;

function refuseContradictions({ places }: Program, { must, never }: Wishes): void {
  for (const wanted of must.flatMap((number) => places[number] ?? [])) {
    const against = wanted.withNeeds.find((needed) => never.includes(needed));
    const ruledOut = against === undefined ? undefined : places[against];
    if (ruledOut === undefined) continue;
    const needs = ruledOut === wanted ? 'and must not be' : `and needs ${nameOf(ruledOut)}, which must not be`;
    throw new AppError('BAD_REQUEST', `${nameOf(wanted)} must be in the plan ${needs}.`);
  }
}

function refuseUnpayable(
  { places }: Program,
  { wishes, prices, budget }: { wishes: Wishes; prices: Prices; budget: number },
): void {
  const forced = [...new Set(wishes.must.flatMap((number) => places[number]?.withNeeds ?? []))];
  const unsaid = forced.find((number) => prices.costs[number] === null);
  const place = unsaid === undefined ? undefined : places[unsaid];
  if (place)
    throw new AppError(
      'BAD_REQUEST',
      `Nobody has estimated ${nameOf(place)}, which must be in the plan. Say how many person-days it takes.`,
    );
  const cost = forced.reduce((sum, number) => sum + (prices.costs[number] ?? 0), 0);
  if (cost > toUnits(budget))
    throw new AppError(
      'BAD_REQUEST',
      `What must be in the plan takes ${toDays(cost)} person-days; the budget is ${budget}.`,
    );
}
