import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['sources'];

export type SourceSummary = Outputs['list'][number];
export type SourceDetail = Outputs['read'];
export type SourceForm = Outputs['form'];
export type SourceField = SourceForm['kinds'][number]['fields'][number];
export type Recipe = SourceForm['recipes'][number];
export type Checked = Outputs['check'];
export type Collection = Outputs['runs'][number];
export type SavedSource = inferRouterInputs<AppRouter>['sources']['save'];
