import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { key, type Migration, partOf, required } from './migration.ts';

/** What was claimed stays: each answer is a row of its own, and an import keeps what it was read from. */
export const selfAssessmentHistory: Migration = {
  name: '0010-self-assessment-history',
  async up(db) {
    await createImports(db);
    await db.schema.alterTable('selfAssessment').renameTo('selfAssessmentBefore').execute();
    await createAnswers(db);
    const columns = sql.raw('"platformId", "aspect", "capability", "claimed", "answeredBy", "answeredAt"');
    await sql`insert into "selfAssessment" (${columns}) select ${columns} from "selfAssessmentBefore"`.execute(db);
    await sql`drop table "selfAssessmentBefore"`.execute(db);
  },
};

async function createImports(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('selfAssessmentImport')
    .addColumn('id', 'text', key)
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('source', 'text', required)
    .addColumn('version', 'text')
    .addColumn('answers', 'text', required)
    .addColumn('importedBy', 'text', required)
    .addColumn('importedAt', 'text', required)
    .execute();
}

async function createAnswers(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('selfAssessment')
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('aspect', 'text', required)
    .addColumn('capability', 'text', required)
    .addColumn('claimed', 'double precision')
    .addColumn('answeredBy', 'text', required)
    .addColumn('answeredAt', 'text', required)
    .addColumn('importId', 'text', (column) => column.references('selfAssessmentImport.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('selfAssessment_answer', ['platformId', 'aspect', 'capability', 'answeredAt'])
    .execute();
}
