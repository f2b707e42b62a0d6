import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>;
export type Backlog = Outputs['backlog']['list'];
export type Item = Backlog['items'][number];
export type ItemState = Item['state'];
export type ItemCriterion = Item['criteria'][number];
export type OpenItem = Outputs['backlog']['read'];
export type Entry = OpenItem['history'][number];
export type Choices = Outputs['backlog']['choices'];
export type Predicted = NonNullable<Outputs['backlog']['preview']['predicted']>;
export type Register = Outputs['exemptions']['register'];
export type RegisterItem = Register['items'][number];

/** A criterion at its place; capability null: the platform as a whole. */
export type Place = { criterion: string; capability: string | null };
export const placeKey = ({ criterion, capability }: Place) => `${criterion} ${capability ?? ''}`;

/** Improvements that nobody has finished yet. */
export const isOpen = (state: ItemState) => state === 'proposed' || state === 'planned' || state === 'doing';

/** The page on which one proposes an improvement, with a criterion chosen already. */
export function proposeAddress(platform: string, place?: Place): string {
  const query = new URLSearchParams(place ? { criterion: place.criterion } : {});
  if (place && place.capability !== null) query.set('capability', place.capability);
  return `/p/${platform}/backlog/new${query.size > 0 ? `?${query}` : ''}`;
}
