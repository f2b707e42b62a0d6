import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AttestationTable, Database } from '../schema.ts';

type Db = Kysely<Database>;
export type Attestation = Selectable<AttestationTable>;
export type ClaimPlace = { platformId: string; criterion: string; capability: string | null };

export async function findAttestation(db: Db, id: string): Promise<Attestation | undefined> {
  return db.selectFrom('attestation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The answers of a platform, or of a criterion or place of it, with names, the newest first. */
export function listAttestations(
  db: Db,
  { platformId, criterion, capability }: { platformId: string; criterion?: string; capability?: string | null },
) {
  return db
    .selectFrom('attestation')
    .leftJoin('user as answerer', 'answerer.id', 'attestation.answeredBy')
    .leftJoin('user as reviewer', 'reviewer.id', 'attestation.reviewedBy')
    .selectAll('attestation')
    .select(['answerer.name as answererName', 'reviewer.name as reviewerName'])
    .where('platformId', '=', platformId)
    .$if(criterion !== undefined, (query) => query.where('criterion', '=', criterion ?? ''))
    .$if(capability !== undefined, (query) =>
      query.where('capability', capability === null ? 'is' : '=', capability ?? null),
    )
    .orderBy('answeredAt', 'desc')
    .orderBy('attestation.id')
    .execute();
}

export async function insertAttestation(trx: Db, row: Insertable<AttestationTable>): Promise<void> {
  await trx.insertInto('attestation').values(row).execute();
}

type Review = Pick<Attestation, 'review' | 'reviewedBy' | 'reviewedAt' | 'reviewNote' | 'selfApproved'>;

/** Of several reviewers at once only one gets `true`. */
export async function saveReview(trx: Db, id: string, review: Review): Promise<boolean> {
  const saved = await trx
    .updateTable('attestation')
    .set(review)
    .where('id', '=', id)
    .where('review', '=', 'awaiting')
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Ends the wait of answers that a newer one replaces. */
export async function replaceAwaiting(trx: Db, place: ClaimPlace, review: Omit<Review, 'selfApproved'>): Promise<void> {
  await trx
    .updateTable('attestation')
    .set(review)
    .where('platformId', '=', place.platformId)
    .where('criterion', '=', place.criterion)
    .where('capability', place.capability === null ? 'is' : '=', place.capability)
    .where('review', '=', 'awaiting')
    .execute();
}
