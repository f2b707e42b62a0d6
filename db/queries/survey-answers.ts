import type { Insertable, Kysely } from 'kysely';
import type { Database, EnvelopeTable, SurveyAnswerTable, SurveyCommentTable, SurveyResultTable } from '../schema.ts';
import { inChunks } from './in-chunks.ts';

type Db = Kysely<Database>;

export async function insertEnvelope(db: Db, envelope: Insertable<EnvelopeTable>): Promise<void> {
  await db.insertInto('envelope').values(envelope).execute();
}

export async function listEnvelopes(db: Db, cycleId: string): Promise<string[]> {
  const rows = await db.selectFrom('envelope').select('sealed').where('cycleId', '=', cycleId).execute();
  return rows.map(({ sealed }) => sealed);
}

export async function deleteEnvelopes(db: Db, cycleId: string): Promise<void> {
  await db.deleteFrom('envelope').where('cycleId', '=', cycleId).execute();
}

/** In the order given, which must be a shuffled one: on some databases it can be seen. */
export async function insertAnswers(db: Db, rows: Insertable<SurveyAnswerTable>[]): Promise<void> {
  for (const chunk of inChunks(rows)) await db.insertInto('surveyAnswer').values(chunk).execute();
}

/** As `insertAnswers`, shuffled on their own. */
export async function insertComments(db: Db, rows: Insertable<SurveyCommentTable>[]): Promise<void> {
  for (const chunk of inChunks(rows)) await db.insertInto('surveyComment').values(chunk).execute();
}

export async function insertResults(db: Db, rows: Insertable<SurveyResultTable>[]): Promise<void> {
  for (const chunk of inChunks(rows)) await db.insertInto('surveyResult').values(chunk).execute();
}

export function listResults(db: Db, cycleId: string) {
  return db
    .selectFrom('surveyResult')
    .select(['question', 'capability', 'audience', 'shown', 'result'])
    .where('cycleId', '=', cycleId)
    .execute();
}

export function listComments(db: Db, cycleId: string) {
  return db
    .selectFrom('surveyComment')
    .select(['teamId', 'question', 'capability', 'text'])
    .where('cycleId', '=', cycleId)
    .orderBy('id')
    .execute();
}
