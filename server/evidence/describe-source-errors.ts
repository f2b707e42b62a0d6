import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { ClaimRows, ClaimsQuery } from './assemble-claims.ts';

/** What sources failed to tell at an instant, as it was known then. Of several sources the one that fails longest speaks. */
export function describeSourceErrors(
  failures: ClaimRows['failures'],
  { rubric, capabilities }: Pick<ClaimsQuery, 'rubric' | 'capabilities'>,
): Bundle['sourceErrors'] {
  const errors = failures
    .filter(
      ({ metric, capability }) => rubric.metrics.has(metric) && (capability === '' || capabilities.has(capability)),
    )
    .map(({ metric, capability, since, message }) => ({ metric, capability: capability || null, since, message }))
    .toSorted((a, b) => compare(a.since, b.since) || compare(a.message, b.message));
  const byPlace = Map.groupBy(errors, ({ metric, capability }) => JSON.stringify([metric, capability]));
  return [...byPlace.values()].flatMap((together) => together.slice(0, 1));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
