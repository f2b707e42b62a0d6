import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** Whether anything but claims is there: a metric, an answer to a criterion, or a survey that was begun. */
export async function hasEvidence(db: Kysely<Database>, platformId: string): Promise<boolean> {
  const found = await db
    .selectNoFrom(({ exists, selectFrom }) => [
      exists(selectFrom('series').select('id').where('platformId', '=', platformId)).as('metrics'),
      exists(selectFrom('attestation').select('id').where('platformId', '=', platformId)).as('attestations'),
      exists(selectFrom('surveyCycle').select('id').where('platformId', '=', platformId)).as('surveys'),
    ])
    .executeTakeFirstOrThrow();
  return [found.metrics, found.attestations, found.surveys].some(Boolean);
}
