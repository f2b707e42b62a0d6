import type { Kysely } from 'kysely';
import { listFailuresAt } from '#db/queries/source-failures.ts';
import type { Database } from '#db/schema.ts';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';

type Query = { platformId: string; asOf: string; rubric: Rubric; capabilities: ReadonlySet<string> };

/** What sources failed to tell at an instant, as it was known then. Of several sources the one that fails longest speaks. */
export async function assembleSourceErrors(
  db: Kysely<Database>,
  { platformId, asOf, rubric, capabilities }: Query,
): Promise<Bundle['sourceErrors']> {
  const errors = (await listFailuresAt(db, { platformId, asOf }))
    .filter(
      ({ metric, capability }) => rubric.metrics.has(metric) && (capability === '' || capabilities.has(capability)),
    )
    .map(({ metric, capability, since, message }) => ({ metric, capability: capability || null, since, message }))
    .toSorted((a, b) => compare(a.since, b.since) || compare(a.message, b.message));
  const byPlace = Map.groupBy(errors, ({ metric, capability }) => JSON.stringify([metric, capability]));
  return [...byPlace.values()].flatMap((together) => together.slice(0, 1));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
