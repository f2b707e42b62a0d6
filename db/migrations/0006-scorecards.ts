import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { key, type Migration, partOf, required } from './migration.ts';

export const scorecards: Migration = {
  name: '0006-scorecards',
  async up(db) {
    await createCurrent(db);
    await createDays(db);
    await createAssessments(db);
  },
};

async function createCurrent(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('currentScorecard')
    .addColumn('platformId', 'text', (column) =>
      column.primaryKey().notNull().references('platform.id').onDelete('cascade'),
    )
    .addColumn('asOf', 'text', required)
    .addColumn('scorecard', 'text')
    .addColumn('bundleSha256', 'text')
    .addColumn('error', 'text')
    .addColumn('failedAt', 'text')
    .execute();
  await db.schema
    .createTable('currentExplanation')
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('capability', 'text', required)
    .addColumn('aspect', 'text', required)
    .addColumn('explanation', 'text', required)
    .addPrimaryKeyConstraint('currentExplanation_key', ['platformId', 'capability', 'aspect'])
    .execute();
}

async function createDays(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('scorecardDay')
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('day', 'text', required)
    .addColumn('asOf', 'text', required)
    .addColumn('rubricId', 'text', required)
    .addColumn('rubricVersion', 'text', required)
    .addColumn('rubricSha256', 'text', required)
    .addColumn('percentToTarget', 'double precision')
    .addColumn('percentLow', 'double precision')
    .addColumn('percentHigh', 'double precision')
    .addColumn('cells', 'text', required)
    .addColumn('flips', 'text', required)
    .addPrimaryKeyConstraint('scorecardDay_key', ['platformId', 'day'])
    .execute();
}

async function createAssessments(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('document')
    .addColumn('sha256', 'text', key)
    .addColumn('kind', 'text', required)
    .addColumn('content', 'text', required)
    .execute();
  await db.schema
    .createTable('assessment')
    .addColumn('id', 'text', key)
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('platformName', 'text', required)
    .addColumn('previousId', 'text', (column) => column.references('assessment.id'))
    .addColumn('period', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('asOf', 'text', required)
    .addColumn('scoring', 'integer', required)
    .addColumn('rubricId', 'text', required)
    .addColumn('rubricVersion', 'text', required)
    .addColumn('rubricSha256', 'text', required)
    .addColumn('bundleSha256', 'text', (column) => column.notNull().references('document.sha256'))
    .addColumn('scorecardSha256', 'text', (column) => column.notNull().references('document.sha256'))
    .addColumn('note', 'text')
    .addColumn('frozenBy', 'text', required)
    .addColumn('frozenAt', 'text', required)
    .addColumn('publishedBy', 'text')
    .addColumn('publishedAt', 'text')
    .execute();
  // two people freezing one quarter: the database itself refuses the second
  await db.schema
    .createIndex('assessment_period_idx')
    .unique()
    .on('assessment')
    .columns(['platformId', 'period'])
    .where(sql.ref('state'), '=', sql.lit('in_review'))
    .execute();
  await db.schema.createIndex('assessment_age_idx').on('assessment').columns(['platformId', 'frozenAt']).execute();
}
