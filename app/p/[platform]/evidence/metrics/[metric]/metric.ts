import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { AppText } from '../../../../../_messages/registry.ts';

export type Metric = inferRouterOutputs<AppRouter>['evidence']['readMetric'];
export type MetricSeries = Metric['series'][number];
export type Dimension = Metric['definition']['dimension'];

/** What tells a series from the others: its capability, team and labels, in words. */
export function seriesName(t: AppText, { capabilityName, team, labels }: MetricSeries): string {
  const parts = [team, ...Object.entries(labels).map(([label, value]) => `${label} ${value}`)].filter(Boolean);
  return [capabilityName ?? t('evidence.detail.wholePlatform'), ...parts].join(' · ');
}
