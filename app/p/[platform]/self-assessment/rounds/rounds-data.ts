import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['ratingRounds'];
export type Rounds = Outputs['list'];
export type Form = Outputs['form'];
export type Round = Outputs['read'];
export type Mine = NonNullable<Round['mine']>;
export type Rating = Mine['ratings'][number];
export type Result = NonNullable<Round['result']>;
export type RatedUnit = Result['units'][number];
export type Unit = Pick<Rating, 'aspect' | 'capability'>;

export const unitKey = ({ aspect, capability }: Unit) => `${capability ?? ''}/${aspect}`;

/** Everything that is rated, capability by capability. */
export const unitsOf = ({ aspects, places }: Pick<Round, 'aspects' | 'places'>): Unit[] =>
  places.flatMap(({ capability }) => aspects.map(({ key }) => ({ aspect: key, capability })));

/** `Interfaces`, or of one capability `Databases · Interfaces`. */
export function unitName({ aspects, places }: Pick<Round, 'aspects' | 'places'>, unit: Unit): string {
  const aspect = aspects.find(({ key }) => key === unit.aspect)?.name ?? unit.aspect;
  const place = places.find(({ capability }) => capability === unit.capability)?.name;
  return place ? `${place} · ${aspect}` : aspect;
}
