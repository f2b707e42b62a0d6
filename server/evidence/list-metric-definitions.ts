import { z } from 'zod';
import { listPlatforms } from '#db/queries/catalogue.ts';
import { metricDefinitionSchema } from '#rubrics/pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { pageByKey, pageInput } from '../rest/paging.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { feedsOf } from './feeds-of.ts';

/** Units in which values are sent and kept. */
const UNITS = {
  ratio: '0…1',
  duration: 'seconds',
  count: 'number',
  points: '0…100',
} as const satisfies Record<z.infer<typeof metricDefinitionSchema>['dimension'], string>;

const LARGEST_PAGE = 200;

export const listMetricDefinitionsInput = z.strictObject({
  /** may be left out where only one exists */
  platform: z.string().optional(),
  /** every metric of a usual rubric fits on one page */
  limit: pageInput.limit.default(LARGEST_PAGE),
  cursor: pageInput.cursor,
});

export const metricDefinitionsSchema = z.strictObject({
  metrics: z.array(
    metricDefinitionSchema.extend({
      unit: z.string(),
      /** the criteria whose tests read it */
      feeds: z.array(z.strictObject({ criterion: z.string(), aspect: z.string(), level: z.int(), title: z.string() })),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** The metric catalogue of a platform's rubric: what may be sent, in which unit, and what it feeds. */
export async function listMetricDefinitions(
  ctx: Context,
  { platform: named, limit, cursor }: z.output<typeof listMetricDefinitionsInput>,
): Promise<z.infer<typeof metricDefinitionsSchema>> {
  const platform = await choosePlatform(ctx, named);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { items, nextCursor } = pageByKey(describeMetrics(rubricOf(platform)), { limit, cursor }, ({ key }) => key);
  return { metrics: items, nextCursor };
}

async function choosePlatform(ctx: Context, key: string | undefined): Promise<Platform> {
  if (key !== undefined) return findPlatform(ctx, key);
  const [only, ...others] = await listPlatforms(ctx.db);
  if (only !== undefined && others.length === 0) return withRubric(ctx.db, only);
  throw new AppError('BAD_REQUEST', 'Say which platform: "?platform=…".');
}

function describeMetrics(rubric: Rubric): z.infer<typeof metricDefinitionsSchema>['metrics'] {
  const feeds = feedsOf(rubric);
  return rubric.pack.metrics.map((metric) => ({
    ...metric,
    unit: UNITS[metric.dimension],
    feeds: feeds.get(metric.key) ?? [],
  }));
}
