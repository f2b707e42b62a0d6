import type { inferRouterOutputs } from '@trpc/server';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['planning'];
export type Planner = Outputs['read'];
/** A planner over something that was scored. */
export type ReadyPlanner = Planner & { base: NonNullable<Planner['base']> };
export type ScenarioList = Outputs['scenarios'];
export type ListedScenario = ScenarioList['scenarios'][number];
export type Scenario = Outputs['readScenario'];
export type Comparison = Outputs['compareScenarios'];
export type CellRoute = Outputs['route'];
export type PlatformRoute = Outputs['platformRoute'];
export type Stage = NonNullable<PlatformRoute['route']>['stages'][number];
export type Step = Omit<CellRoute['steps'][number], 'level' | 'percentToTarget' | 'gain'>;

export type Place = Pick<Assumption, 'criterion' | 'capability'>;
export const placeText = ({ criterion, capability }: Place) => `${criterion} ${capability ?? ''}`;

/** The planner with a scenario, or some assumptions, opened. */
export function plannerAddress(
  platform: string,
  open: { assume?: string; scenario?: string; cell?: string } = {},
): string {
  const query = new URLSearchParams(open);
  return `/p/${platform}/backlog/planner${query.size > 0 ? `?${query}` : ''}`;
}
