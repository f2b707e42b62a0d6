import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>;
export type Versions = Outputs['rubrics']['list'];
export type Version = Versions['versions'][number];
export type Drafts = NonNullable<Versions['drafts']>;
export type ReadVersion = Outputs['rubrics']['read'];
export type Crosswalk = Outputs['rubrics']['crosswalk'];
export type Difference = Outputs['rubrics']['compare'];
export type Change = Difference['changes'][number];
export type Announced = Outputs['rubrics']['announced'];
export type Draft = Outputs['rubrics']['readDraft'];
export type Finding = Draft['judgement']['findings'][number];
export type DryRun = Outputs['rubrics']['dryRun'];
export type Effect = DryRun['effect'];
export type Leftover = DryRun['leftovers'][number];
export type Runs = Outputs['rubrics']['dryRuns']['runs'];
export type Points = Outputs['overview']['points'];
/** What names the parts of an effect. */
export type Names = Pick<Points, 'names' | 'levels'>;

/** The address of a version: `@` stays as it is. */
export const versionPath = (platform: string, name: string) => `/p/${platform}/rubrics/${name}`;
