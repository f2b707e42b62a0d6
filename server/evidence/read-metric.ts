import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import {
  type DayWithRun,
  type LatestOfSeries,
  listDaysOfSeries,
  listLatest,
  listRunsOfMetric,
} from '#db/queries/evidence-page.ts';
import { dateOf } from '#rubrics/evidence/days.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { chartSeries } from './chart-series.ts';
import { feedsOf } from './feeds-of.ts';
import { describeRun } from './list-runs.ts';

const DAYS_LISTED = 60;
const DAYS_DRAWN = 400;
const RUNS = 10;

export const readMetricInput = z.strictObject({
  platform: z.string(),
  metric: z.string(),
  /** whose days are listed and drawn; left out: the series with the newest value */
  series: z.int().optional(),
});

/** One metric: what it is and feeds, its series with their newest values, the days of one as rows and chart, and the deliveries. */
export async function readMetric(ctx: Context, input: z.infer<typeof readMetricInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  const definition = rubric.metrics.get(input.metric);
  if (definition === undefined) throw new AppError('NOT_FOUND', 'There is no such metric.');
  const about = { platformId: platform.id, metric: definition.key };
  const series = await listLatest(ctx.db, about);
  const names = new Map((await listCapabilities(ctx.db, platform.id)).map(({ key, name }) => [key, name]));
  const chosen = series.find(({ id }) => id === input.series) ?? series[0];
  const days = chosen === undefined ? [] : await listDaysOfSeries(ctx.db, chosen.id, DAYS_DRAWN);
  const runs = await listRunsOfMetric(ctx.db, { ...about, limit: RUNS });
  return {
    now: ctx.now().toISOString(),
    definition,
    feeds: feedsOf(rubric).get(definition.key) ?? [],
    series: series.map((one) => describeSeries(one, names)),
    chosen: chosen?.id ?? null,
    days: days.slice(0, DAYS_LISTED).map(describeDay),
    chart: chartSeries({ rubric, definition, capability: chosen?.capability || null }, days, ctx.now()),
    runs: runs.map(describeRun),
  };
}

const labelsSchema = z.record(z.string(), z.string());

function describeSeries(series: LatestOfSeries, names: ReadonlyMap<string, string>) {
  const { id, capability, team, labels, value, atMs, receivedAtMs, source, origin } = series;
  return {
    id,
    capability: capability || null,
    capabilityName: capability === '' ? null : (names.get(capability) ?? capability),
    team: team || null,
    labels: labelsSchema.parse(JSON.parse(labels)),
    value,
    at: new Date(atMs).toISOString(),
    receivedAt: new Date(receivedAtMs).toISOString(),
    source,
    origin,
  };
}

function describeDay({ day, lastAtMs, lastReceivedAtMs, sum: _, ...row }: DayWithRun) {
  return {
    ...row,
    day: dateOf(day),
    lastAt: new Date(lastAtMs).toISOString(),
    receivedAt: new Date(lastReceivedAtMs).toISOString(),
  };
}
