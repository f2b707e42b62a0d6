import type { Kysely, Selectable } from 'kysely';
import type { AttestationTable, Database, ExemptionTable, SelfAssessmentTable, SourceFailureTable } from '../schema.ts';

type AsOf = { platformIds: readonly string[]; asOf: string };

/** What scoring takes from an answer: not by whom it is. */
const ANSWER = [
  ...(['platformId', 'criterion', 'capability', 'answer', 'link', 'answeredAt'] as const),
  ...(['reviewedAt', 'review', 'selfApproved'] as const),
] as const;
type Answer = Pick<Selectable<AttestationTable>, (typeof ANSWER)[number]>;

/** Every answer given by an instant, newest first. */
export function listAttestationsBy(db: Kysely<Database>, { platformIds, asOf }: AsOf): Promise<Answer[]> {
  return db
    .selectFrom('attestation')
    .select(ANSWER)
    .where('platformId', 'in', platformIds)
    .where('answeredAt', '<=', asOf)
    .orderBy('answeredAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Exemptions and not-applicable approvals that were approved by an instant and stand. */
export function listApprovedExemptionsBy(
  db: Kysely<Database>,
  { platformIds, asOf }: AsOf,
): Promise<Selectable<ExemptionTable>[]> {
  return db
    .selectFrom('exemption')
    .selectAll()
    .where('platformId', 'in', platformIds)
    .where('decision', '=', 'approved')
    .where('decidedAt', '<=', asOf)
    .orderBy('decidedAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Every claim of the self-assessment by an instant, the oldest first. */
export function listSelfAssessmentsBy(
  db: Kysely<Database>,
  { platformIds, asOf }: AsOf,
): Promise<Pick<Selectable<SelfAssessmentTable>, 'platformId' | 'aspect' | 'capability' | 'claimed'>[]> {
  return db
    .selectFrom('selfAssessment')
    .select(['platformId', 'aspect', 'capability', 'claimed'])
    .where('platformId', 'in', platformIds)
    .where('answeredAt', '<=', asOf)
    .orderBy('answeredAt')
    .execute();
}

/** What the surveys of platforms have released by an instant, after suppression. */
export function listSurveyResultsBy(
  db: Kysely<Database>,
  { platformIds, asOf }: AsOf,
): Promise<{ platformId: string; result: string }[]> {
  return db
    .selectFrom('surveyResult')
    .innerJoin('surveyCycle', 'surveyCycle.id', 'surveyResult.cycleId')
    .select(['surveyCycle.platformId', 'result'])
    .where('platformId', 'in', platformIds)
    .where('releasedAt', '<=', asOf)
    .execute();
}

/** The failures of sources that were known at an instant. */
export function listFailuresAt(
  db: Kysely<Database>,
  { platformIds, asOf }: AsOf,
): Promise<Selectable<SourceFailureTable>[]> {
  return db
    .selectFrom('sourceFailure')
    .selectAll()
    .where('platformId', 'in', platformIds)
    .where('knownAt', '<=', asOf)
    .where((eb) => eb.or([eb('endedAt', 'is', null), eb('endedAt', '>', asOf)]))
    .orderBy('id')
    .execute();
}
