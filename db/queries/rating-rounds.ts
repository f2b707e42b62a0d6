import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { Database, RatingAssessorTable, RatingConsensusTable, RatingRoundTable, RatingTable } from '../schema.ts';
import { inChunks } from './in-chunks.ts';

type Db = Kysely<Database>;
export type RatingRound = Selectable<RatingRoundTable>;

/** The rounds of a platform, the newest first. */
export function listRatingRounds(db: Db, platformId: string): Promise<RatingRound[]> {
  return db
    .selectFrom('ratingRound')
    .selectAll()
    .where('platformId', '=', platformId)
    .orderBy('openedAt', 'desc')
    .orderBy('id')
    .execute();
}

export function findRatingRound(db: Db, platformId: string, id: string): Promise<RatingRound | undefined> {
  return db
    .selectFrom('ratingRound')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertRatingRound(
  trx: Db,
  round: Insertable<RatingRoundTable>,
  assessors: Insertable<RatingAssessorTable>[],
): Promise<void> {
  await trx.insertInto('ratingRound').values(round).execute();
  await trx.insertInto('ratingAssessor').values(assessors).execute();
}

/** Changes a round that is still open; whether it was. Of several at once one succeeds, and the others wait for it. */
export async function moveOpenRound(trx: Db, id: string, change: Updateable<RatingRoundTable>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('ratingRound')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function saveAgreement(trx: Db, id: string, agreement: string): Promise<void> {
  await trx.updateTable('ratingRound').set({ agreement }).where('id', '=', id).execute();
}

/** Who is asked in each round, by name, and whether they can still sign in; of people who are gone the name stays. */
export async function listAssessors(db: Db, roundIds: readonly string[]) {
  if (roundIds.length === 0) return [];
  return db
    .selectFrom('ratingAssessor as assessor')
    .leftJoin('user', 'user.id', 'assessor.userId')
    .select(['assessor.roundId', 'assessor.userId', 'assessor.side', 'assessor.sealed', 'assessor.handedIn'])
    .select(['user.name', 'user.deactivatedAt'])
    .where('assessor.roundId', 'in', roundIds)
    .orderBy('user.name')
    .orderBy('assessor.userId')
    .execute();
}

type Place = { roundId: string; userId: string };

/** Keeps what somebody has rated so far. */
export async function saveSealedRatings(trx: Db, { roundId, userId }: Place, sealed: string | null): Promise<void> {
  await trx
    .updateTable('ratingAssessor')
    .set({ sealed })
    .where('roundId', '=', roundId)
    .where('userId', '=', userId)
    .execute();
}

/** Nothing sealed outlives the end of its round. */
export async function clearSealedRatings(trx: Db, roundId: string): Promise<void> {
  await trx.updateTable('ratingAssessor').set({ sealed: null }).where('roundId', '=', roundId).execute();
}

/** From the reveal on everybody may know whose ratings count. */
export async function markHandedIn(trx: Db, roundId: string, userIds: readonly string[]): Promise<void> {
  await trx
    .updateTable('ratingAssessor')
    .set({ handedIn: 1 })
    .where('roundId', '=', roundId)
    .where('userId', 'in', userIds)
    .execute();
}

export async function insertRatings(trx: Db, rows: Insertable<RatingTable>[]): Promise<void> {
  for (const some of inChunks(rows)) await trx.insertInto('rating').values(some).execute();
}

export function listRatings(db: Db, roundId: string) {
  return db
    .selectFrom('rating')
    .select(['userId', 'aspect', 'capability', 'rating', 'evidence'])
    .where('roundId', '=', roundId)
    .execute();
}

export async function insertConsensus(trx: Db, rows: Insertable<RatingConsensusTable>[]): Promise<void> {
  await trx
    .insertInto('ratingConsensus')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['roundId', 'aspect', 'capability', 'recordedAt']).doUpdateSet(({ ref }) => ({
        rating: ref('excluded.rating'),
        why: ref('excluded.why'),
        recordedBy: ref('excluded.recordedBy'),
      })),
    )
    .execute();
}

/** What was agreed, the newest first, with who wrote it down. */
export function listConsensus(db: Db, roundId: string) {
  return db
    .selectFrom('ratingConsensus as consensus')
    .leftJoin('user', 'user.id', 'consensus.recordedBy')
    .select(['consensus.aspect', 'consensus.capability', 'consensus.rating', 'consensus.why'])
    .select(['consensus.recordedAt', 'consensus.recordedBy', 'user.name as recorderName'])
    .where('consensus.roundId', '=', roundId)
    .orderBy('consensus.recordedAt', 'desc')
    .execute();
}
