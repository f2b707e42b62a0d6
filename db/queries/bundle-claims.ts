import type { Kysely, Selectable } from 'kysely';
import type { AttestationTable, Database, ExemptionTable } from '../schema.ts';

type AsOf = { platformId: string; asOf: string };

/** Every answer given by an instant, newest first. */
export function listAttestationsBy(
  db: Kysely<Database>,
  { platformId, asOf }: AsOf,
): Promise<Selectable<AttestationTable>[]> {
  return db
    .selectFrom('attestation')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('answeredAt', '<=', asOf)
    .orderBy('answeredAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Exemptions and not-applicable approvals that were approved by an instant and stand. */
export function listApprovedExemptionsBy(
  db: Kysely<Database>,
  { platformId, asOf }: AsOf,
): Promise<Selectable<ExemptionTable>[]> {
  return db
    .selectFrom('exemption')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('decision', '=', 'approved')
    .where('decidedAt', '<=', asOf)
    .orderBy('decidedAt', 'desc')
    .orderBy('id')
    .execute();
}

/** What the surveys of a platform have released by an instant, after suppression. */
export async function listSurveyResultsBy(db: Kysely<Database>, { platformId, asOf }: AsOf): Promise<string[]> {
  const rows = await db
    .selectFrom('surveyResult')
    .innerJoin('surveyCycle', 'surveyCycle.id', 'surveyResult.cycleId')
    .select('result')
    .where('platformId', '=', platformId)
    .where('releasedAt', '<=', asOf)
    .execute();
  return rows.map(({ result }) => result);
}
