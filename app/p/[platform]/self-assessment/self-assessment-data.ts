import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

export type SelfAssessment = inferRouterOutputs<AppRouter>['selfAssessment']['read'];
export type Aspect = SelfAssessment['aspects'][number];
export type Level = SelfAssessment['levels'][number];
export type Claim = inferRouterInputs<AppRouter>['selfAssessment']['save']['claims'][number];

/** Where a claim stands, as a key: an aspect of the platform, or of one capability. */
export const placeOf = ({ aspect, capability }: Pick<Claim, 'aspect' | 'capability'>) =>
  `${capability ?? ''}/${aspect}`;
