import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

export type Overview = inferRouterOutputs<AppRouter>['overview']['read'];
export type OverviewScorecard = NonNullable<Overview['scorecard']>;
export type Insights = NonNullable<Overview['insights']>;
export type MapRow = OverviewScorecard['rows'][number];
export type MapCell = MapRow['cells'][number];

/** More aspects than this stand closer together, with upright heads; at narrow widths in several rows. */
const MOST_WIDE = 8;
const NARROW = 5;
type Columns = { aspects: readonly unknown[] };
export const isDense = ({ aspects }: Columns) => aspects.length > MOST_WIDE;
/** How many cells stand side by side at narrow widths. */
export const narrowColumns = (names: Columns) => (isDense(names) ? NARROW : names.aspects.length);

/** What the map and its panel need to name things. */
export type MapNames = Pick<Overview, 'levels' | 'aspects'> & {
  titles: OverviewScorecard['titles'];
  platform: string;
  /** the quarter that rows are compared with, or nothing */
  since: string;
};
