import type { inferRouterOutputs } from '@trpc/server';
import { readAssumptions, writeAssumptions } from '#rubrics/scoring/assumption-text.ts';
import type { AppRouter } from '#server/router.ts';
import type { AppText } from '../../../../../_messages/registry.ts';

type Outputs = inferRouterOutputs<AppRouter>['planning'];
export type Surroundings = Outputs['readBudget'];
export type Plan = Outputs['budget'];
export type Work = Plan['stages'][number]['work'][number];
export type Place = { criterion: string; capability: string | null };

/** What an address asks for. Wishes stand in it as a what-if would: met is in the plan, not met is ruled out. */
export type Asked = { days: number | null; unestimated: 'median' | 'leave_out'; must: Place[]; never: Place[] };
export type Query = Record<string, string | string[] | undefined>;

export function readAsked({ days, unestimated, wish }: Query): Asked {
  const text = typeof days === 'string' ? days.trim().replace(',', '.') : '';
  const wishes = (typeof wish === 'string' ? readAssumptions(wish) : null) ?? [];
  const placesOf = (wanted: string) =>
    wishes.filter(({ state }) => state === wanted).map(({ criterion, capability }) => ({ criterion, capability }));
  return {
    days: text === '' ? null : Number(text),
    unestimated: unestimated === 'leave_out' ? 'leave_out' : 'median',
    must: placesOf('met'),
    never: placesOf('not_met'),
  };
}

/** The address of a plan; a wish changes nothing but itself. */
export function addressOf(platform: string, { days, unestimated, must, never }: Asked): string {
  const query = new URLSearchParams();
  if (days !== null) query.set('days', String(days));
  if (unestimated !== 'median') query.set('unestimated', unestimated);
  const wish = wishText({ must, never });
  if (wish !== '') query.set('wish', wish);
  return `/p/${platform}/backlog/planner/budget${query.size > 0 ? `?${query}` : ''}`;
}

export const wishText = ({ must, never }: Pick<Asked, 'must' | 'never'>) =>
  writeAssumptions([
    ...must.map((place) => ({ ...place, state: 'met' as const })),
    ...never.map((place) => ({ ...place, state: 'not_met' as const })),
  ]);

export const isPlace = (a: Place, b: Place) => a.criterion === b.criterion && a.capability === b.capability;

/** The wishes without those about one place. */
export const withoutWish = (asked: Asked, place: Place): Asked => ({
  ...asked,
  must: asked.must.filter((one) => !isPlace(one, place)),
  never: asked.never.filter((one) => !isPlace(one, place)),
});

/** What somebody may do about what stands in a plan, and what things are called. */
export function namesIn(t: AppText, { capabilities, aspects, teams, criteria }: Surroundings) {
  const capabilityNames = new Map(capabilities.map(({ key, name }) => [key, name]));
  const aspectNames = new Map(aspects.map(({ key, name }) => [key, name]));
  const teamNames = new Map(teams.map(({ key, name }) => [key, name]));
  const aspectOf = new Map(criteria.map(({ id, aspect }) => [id, aspect]));
  return {
    about: (capability: string | null) =>
      capability === null ? t('budget.platform') : (capabilityNames.get(capability) ?? capability),
    aspect: (key: string) => aspectNames.get(key) ?? key,
    team: (key: string | null) => (key === null ? t('budget.noOwner') : (teamNames.get(key) ?? key)),
    /** a criterion of the platform stands on the page of any capability */
    page: (platform: string, { criterion, capability }: Place) => {
      const query = new URLSearchParams({ aspect: aspectOf.get(criterion) ?? '', criterion });
      return `/p/${platform}/capabilities/${capability ?? capabilities[0]?.key ?? ''}?${query}`;
    },
  };
}
export type Names = ReturnType<typeof namesIn>;
