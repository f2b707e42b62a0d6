import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

export type Overview = inferRouterOutputs<AppRouter>['overview']['read'];
export type OverviewScorecard = NonNullable<Overview['scorecard']>;
export type Insights = NonNullable<Overview['insights']>;
export type MapRow = OverviewScorecard['rows'][number];
export type MapCell = MapRow['cells'][number];

/** What the map and its panel need to name things. */
export type MapNames = Pick<Overview, 'levels' | 'aspects'> & {
  titles: OverviewScorecard['titles'];
  platform: string;
  /** the quarter that rows are compared with, or nothing */
  since: string;
};
