import { z } from 'zod';
import type { Series } from '#db/queries/series.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { SeriesGroup } from './combine-series.ts';

const labelsSchema = z.record(z.string(), z.string());

/**
 * Groups series as the catalogue says: by metric, capability and the labels that it keeps apart. Team and every other label
 * are combined. Series of metrics or capabilities that the platform no longer has are left out.
 */
export function groupSeries(
  series: readonly Series[],
  { metrics }: Rubric,
  capabilities: ReadonlySet<string>,
): SeriesGroup[] {
  const groups = new Map<string, SeriesGroup>();
  for (const one of series) {
    const metric = metrics.get(one.metric);
    if (metric === undefined || (one.capability !== '' && !capabilities.has(one.capability))) continue;
    const sent = metric.labels === undefined ? {} : labelsSchema.parse(JSON.parse(one.labels));
    const labels = Object.fromEntries(
      (metric.labels ?? []).flatMap((label) => (sent[label] === undefined ? [] : [[label, sent[label]]])),
    );
    const key = JSON.stringify([one.metric, one.capability, labels]);
    const group = groups.get(key) ?? { metric, capability: one.capability || null, labels, series: new Map() };
    groups.set(key, group);
    group.series.set(one.id, one);
  }
  return [...groups.values()];
}
