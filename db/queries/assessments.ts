import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AssessmentTable, Database } from '../schema.ts';

export type Assessment = Selectable<AssessmentTable>;

/** Adds an assessment, or returns false where one of the same period is already in review. */
export async function insertAssessment(trx: Kysely<Database>, row: Insertable<AssessmentTable>): Promise<boolean> {
  const added = await trx
    .insertInto('assessment')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function findAssessment(
  db: Kysely<Database>,
  platformId: string,
  id: string,
): Promise<Assessment | undefined> {
  return db
    .selectFrom('assessment')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Every assessment of a platform, newest period first, then newest frozen. */
export async function listAssessments(db: Kysely<Database>, platformId: string): Promise<Assessment[]> {
  return db
    .selectFrom('assessment')
    .selectAll()
    .where('platformId', '=', platformId)
    .orderBy('period', 'desc')
    .orderBy('frozenAt', 'desc')
    .orderBy('id')
    .execute();
}

/** The published assessment of the newest period before another. */
export async function findPreviousAssessment(
  db: Kysely<Database>,
  platformId: string,
  period: string,
): Promise<Assessment | undefined> {
  return db
    .selectFrom('assessment')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('state', '=', 'published')
    .where('period', '<', period)
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The published assessment of a period, if there is one. */
export async function findPublishedAssessment(
  db: Kysely<Database>,
  platformId: string,
  period: string,
): Promise<Assessment | undefined> {
  return db
    .selectFrom('assessment')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('state', '=', 'published')
    .where('period', '=', period)
    .executeTakeFirst();
}

/** Moves an assessment from one state to the next; false where it was no longer in the first. */
export async function moveAssessment(
  trx: Kysely<Database>,
  id: string,
  change: { from: Assessment['state']; set: Partial<Pick<Assessment, 'state' | 'publishedBy' | 'publishedAt'>> },
): Promise<boolean> {
  const moved = await trx
    .updateTable('assessment')
    .set(change.set)
    .where('id', '=', id)
    .where('state', '=', change.from)
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

/** Makes room for a newly published assessment: the published one of the same period steps back. */
export async function supersedePublished(
  trx: Kysely<Database>,
  platformId: string,
  period: string,
): Promise<string | null> {
  const older = await trx
    .updateTable('assessment')
    .set({ state: 'superseded' })
    .where('platformId', '=', platformId)
    .where('period', '=', period)
    .where('state', '=', 'published')
    .returning('id')
    .executeTakeFirst();
  return older?.id ?? null;
}
