import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import { listDaysOfMetrics, markDirtyDays } from '#db/queries/sample-days.ts';
import type { Database } from '#db/schema.ts';
import type { MetricDefinition } from '#rubrics/pack.ts';

type Metrics = ReadonlyMap<string, Pick<MetricDefinition, 'kind'>>;
type Change = { platformId: string; nowMs: number; before: Metrics; after: Metrics };

/**
 * What is kept of a day depends on whether every value of a metric counts, or only what they come to. Where another rubric sees
 * that otherwise, the days of the metric are rolled up anew from their samples.
 */
export async function markChangedKinds(
  trx: Kysely<Database>,
  { platformId, nowMs, before, after }: Change,
): Promise<void> {
  const isDistribution = (metrics: Metrics, key: string) => metrics.get(key)?.kind === 'distribution';
  const changed = [...after.keys()].filter((key) => isDistribution(before, key) !== isDistribution(after, key));
  const mark = { platformId, sinceMs: nowMs, version: randomInt(2 ** 47) };
  const days = await listDaysOfMetrics(trx, platformId, changed);
  await markDirtyDays(
    trx,
    days.map((day) => ({ day, ...mark })),
  );
}
