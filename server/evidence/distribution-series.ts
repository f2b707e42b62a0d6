import type { Series } from '#db/queries/series.ts';
import type { Rubric } from '#rubrics/rubric.ts';

/** Whether a series belongs to a distribution metric, of which every value is kept and not only the day's sum. */
export function distributionSeries(series: readonly Series[], { metrics }: Rubric): (seriesId: number) => boolean {
  const ids = new Set(series.filter(({ metric }) => metrics.get(metric)?.kind === 'distribution').map(({ id }) => id));
  return (seriesId) => ids.has(seriesId);
}
