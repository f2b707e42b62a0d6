import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { type LatestOfSeries, listDaysOfSeries, listLatest, listRunsOfMetric } from '#db/queries/evidence-page.ts';
import { dateOf } from '#rubrics/evidence/days.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { feedsOf } from './feeds-of.ts';
import { describeRun } from './list-runs.ts';

const DAYS = 60;
const RUNS = 10;

export const readMetricInput = z.strictObject({
  platform: z.string(),
  metric: z.string(),
  /** whose days are listed; left out: the series with the newest value */
  series: z.int().optional(),
});

/** One metric: what it is and feeds, its series with their newest values, the days of one of them, and the deliveries behind it. */
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
  const runs = await listRunsOfMetric(ctx.db, { ...about, limit: RUNS });
  return {
    definition,
    feeds: feedsOf(rubric).get(definition.key) ?? [],
    series: series.map((one) => describeSeries(one, names)),
    chosen: chosen?.id ?? null,
    days: chosen === undefined ? [] : await readDaysOf(ctx, chosen.id),
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

async function readDaysOf({ db }: Context, seriesId: number) {
  const rows = await listDaysOfSeries(db, seriesId, DAYS);
  return rows.map(({ day, lastAtMs, lastReceivedAtMs, ...row }) => ({
    ...row,
    day: dateOf(day),
    lastAt: new Date(lastAtMs).toISOString(),
    receivedAt: new Date(lastReceivedAtMs).toISOString(),
  }));
}
