import type { Exemption } from '#db/queries/exemptions.ts';

type Row = Pick<Exemption, 'kind' | 'criterion' | 'capability' | 'requestedBy' | 'requestedAt' | 'carriedFrom'>;

/** One request has one key, whatever its criterion was called: who asked when for which place. */
export const keyOfRequest = ({ capability, kind, requestedBy, requestedAt }: Row): string =>
  JSON.stringify([capability, kind, requestedBy, requestedAt]);

/**
 * Where a criterion was renamed, what was asked for stands under both ids, for a way back. Leaves out the one that the rubric
 * of now does not know; what has no other under a known id stays.
 */
export function leaveOutTwins<Asked extends Row>(rows: readonly Asked[], criteria: ReadonlySet<string>): Asked[] {
  const known = Map.groupBy(
    rows.filter(({ criterion }) => criteria.has(criterion)),
    keyOfRequest,
  );
  return rows.filter((row) => {
    if (criteria.has(row.criterion)) return true;
    const twins = known.get(keyOfRequest(row)) ?? [];
    return !twins.some(({ carriedFrom }) => carriedFrom !== null || row.carriedFrom !== null);
  });
}
