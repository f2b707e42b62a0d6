import type { Kysely } from 'kysely';
import { listOldSampleDays, listSampleDays } from '#db/queries/sample-days.ts';
import { listSeries } from '#db/queries/series.ts';
import { listSourcesOfRuns } from '#db/queries/source-runs.ts';
import type { Database } from '#db/schema.ts';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { dayOf } from '#rubrics/evidence/days.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import { readSettings } from '../catalogue/read-settings.ts';
import { addOldWindows, type GroupDays, limiterMetrics, limiterTests } from './add-old-windows.ts';
import { assembleClaims } from './assemble-claims.ts';
import { combineSeries, type SeriesGroup } from './combine-series.ts';
import { distributionSeries } from './distribution-series.ts';
import { groupSeries } from './group-series.ts';
import { readDays } from './read-days.ts';
import type { DayRollUp } from './roll-up-day.ts';

/** How many UTC days of metrics a bundle holds, today included. */
export const BUNDLE_DAYS = 400;

type Query = { platform: Platform; rubric: Rubric; asOf: Date };

/**
 * Everything that `score` needs beside the rubric, as it was known at `asOf` (docs/scoring.md §2): evidence observed and
 * received by then, and the settings of then. It names no person. The same evidence gives the same bundle, on either database.
 */
export async function assembleBundle(db: Kysely<Database>, { platform, rubric, asOf }: Query): Promise<Bundle> {
  const at = asOf.toISOString();
  const settings = await readSettings(db, platform.id, at);
  const capabilities = new Set(settings.capabilities.map(({ key }) => key));
  return {
    schema: 'plumbline/bundle/1',
    platform: platform.key,
    asOf: at,
    settings,
    metrics: await assembleMetrics(db, { platform, rubric, asOf }, capabilities),
    ...(await assembleClaims(db, { platformId: platform.id, asOf: at, capabilities, rubric })),
  };
}

async function assembleMetrics(
  db: Kysely<Database>,
  { platform, rubric, asOf }: Query,
  capabilities: ReadonlySet<string>,
): Promise<Bundle['metrics']> {
  const series = await listSeries(db, platform.id);
  const groups = groupSeries(series, rubric, capabilities);
  const asOfMs = asOf.getTime();
  const toDay = dayOf(asOfMs);
  const query = { platformId: platform.id, asOfMs, isDistribution: distributionSeries(series, rubric) };
  const tests = limiterTests(rubric);
  const metrics = limiterMetrics(tests);
  const recentQuery = { ...query, fromDay: toDay - BUNDLE_DAYS + 1, toDay };
  const recent = byGroup(groups, await readDays(db, recentQuery, () => listSampleDays(db, recentQuery)));
  const oldQuery = { ...query, fromDay: Number.NEGATIVE_INFINITY, toDay: toDay - BUNDLE_DAYS };
  const old = byGroup(
    groups,
    await readDays(db, oldQuery, () =>
      listOldSampleDays(db, { platformId: platform.id, metrics, toDay: oldQuery.toDay }),
    ),
  );
  const complete = addOldWindows(tests, { recent, old, asOfMs });
  const runs = new Set(complete.flatMap(({ days }) => days.map(({ lastRunId }) => lastRunId)));
  const sources = await listSourcesOfRuns(db, [...runs]);
  return complete.flatMap(({ group, days }) => combineSeries(group, days, sources) ?? []);
}

function byGroup(groups: SeriesGroup[], days: readonly DayRollUp[]): GroupDays[] {
  const bySeries = Map.groupBy(days, ({ seriesId }) => seriesId);
  return groups.map((group) => ({ group, days: [...group.series.keys()].flatMap((id) => bySeries.get(id) ?? []) }));
}
