import { z } from 'zod';
import { countDirtyDays, type LatestOfSeries, listLatest } from '#db/queries/evidence-page.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { feedsOf } from './feeds-of.ts';

/** How old a value may be before most criteria take it for stale (docs/scoring.md §3.1). */
const MAX_AGE_MS = 90 * 86_400_000;

export const listMetricsInput = z.strictObject({ platform: z.string() });

/** The metric catalogue of a platform, with what has arrived: the newest value of each metric, how fresh it is and what it feeds. */
export async function listMetrics(ctx: Context, { platform: key }: z.infer<typeof listMetricsInput>) {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  const feeds = feedsOf(rubric);
  const byMetric = Map.groupBy(await listLatest(ctx.db, { platformId: platform.id }), ({ metric }) => metric);
  const nowMs = ctx.now().getTime();
  const metrics = rubric.pack.metrics.map(({ key: metric, number, name, description, dimension, goal }) => {
    const series = byMetric.get(metric) ?? [];
    return {
      key: metric,
      number,
      name,
      description,
      dimension,
      goal: goal ?? null,
      feeds: feeds.get(metric) ?? [],
      series: series.length,
      freshness: freshnessOf(series, nowMs),
      newest: newestOf(series),
    };
  });
  return { metrics, waiting: (await countDirtyDays(ctx.db, platform.id)) > 0 };
}

export type Freshness = 'fresh' | 'stale' | 'never';

function freshnessOf([newest]: LatestOfSeries[], nowMs: number): Freshness {
  if (newest === undefined) return 'never';
  return nowMs - newest.atMs > MAX_AGE_MS ? 'stale' : 'fresh';
}

function newestOf([newest]: LatestOfSeries[]) {
  if (newest === undefined) return null;
  const { value, atMs, capability, source, origin } = newest;
  return { value, at: new Date(atMs).toISOString(), capability: capability || null, source, origin };
}
