import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['trackers'];

export type TrackerSummary = Outputs['list'][number];
export type TrackerDetail = Outputs['read'];
export type TrackerForm = Outputs['form'];
export type TrackerField = TrackerForm['kinds'][number]['fields'][number];
export type Checked = Outputs['check'];
