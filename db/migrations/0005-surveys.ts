import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { columnTypes, key, type Migration, partOf, required, unique } from './migration.ts';

export const surveys: Migration = {
  name: '0005-surveys',
  async up(db) {
    await createCycles(db);
    await createAnswers(db);
    await createResults(db);
  },
};

async function createCycles(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('surveyCycle')
    .addColumn('id', 'text', key)
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('title', 'text', required)
    .addColumn('askedBy', 'text', required)
    .addColumn('purpose', 'text', required)
    .addColumn('template', 'text', required)
    .addColumn('questions', 'text', required)
    .addColumn('capabilities', 'text', required)
    .addColumn('minimumGroup', 'integer', required)
    .addColumn('minimumCommentGroup', 'integer', required)
    .addColumn('state', 'text', required)
    .addColumn('opensAt', 'text')
    .addColumn('closesAt', 'text')
    .addColumn('closedAt', 'text')
    .addColumn('sealKey', 'text')
    .addColumn('createdBy', 'text', required)
    .addColumn('createdAt', 'text', required)
    .execute();
  await db.schema.createIndex('surveyCycle_platform_idx').on('surveyCycle').column('platformId').execute();
  await db.schema
    .createTable('surveyTeam')
    .addColumn('cycleId', 'text', partOf('surveyCycle.id'))
    .addColumn('teamId', 'text', partOf('team.id'))
    .addColumn('key', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('parentId', 'text')
    .addColumn('invited', 'integer', required)
    .addPrimaryKeyConstraint('surveyTeam_key', ['cycleId', 'teamId'])
    .execute();
  await db.schema
    .createTable('invitation')
    .addColumn('id', 'text', key)
    .addColumn('cycleId', 'text', partOf('surveyCycle.id'))
    .addColumn('teamId', 'text', partOf('team.id'))
    .addColumn('tokenHash', 'text', unique)
    .addColumn('spent', 'integer', required)
    .addColumn('voided', 'integer', required)
    .modifyEnd(columnTypes(db).keyOrdered)
    .execute();
  await db.schema.createIndex('invitation_cycle_idx').on('invitation').columns(['cycleId', 'teamId']).execute();
}

/** Kept in the order of their random ids, so that no hidden row number tells who answered before whom. */
async function createAnswers(db: Kysely<Database>): Promise<void> {
  const { keyOrdered } = columnTypes(db);
  await db.schema
    .createTable('envelope')
    .addColumn('id', 'text', key)
    .addColumn('cycleId', 'text', partOf('surveyCycle.id'))
    .addColumn('sealed', 'text', required)
    .modifyEnd(keyOrdered)
    .execute();
  await db.schema.createIndex('envelope_cycle_idx').on('envelope').column('cycleId').execute();
  await db.schema
    .createTable('surveyAnswer')
    .addColumn('id', 'text', key)
    .addColumn('cycleId', 'text', partOf('surveyCycle.id'))
    .addColumn('teamId', 'text')
    .addColumn('capability', 'text')
    .addColumn('answers', 'text', required)
    .modifyEnd(keyOrdered)
    .execute();
  await db.schema.createIndex('surveyAnswer_cycle_idx').on('surveyAnswer').column('cycleId').execute();
  await db.schema
    .createTable('surveyComment')
    .addColumn('id', 'text', key)
    .addColumn('cycleId', 'text', partOf('surveyCycle.id'))
    .addColumn('teamId', 'text')
    .addColumn('question', 'text', required)
    .addColumn('capability', 'text')
    .addColumn('text', 'text', required)
    .modifyEnd(keyOrdered)
    .execute();
  await db.schema.createIndex('surveyComment_cycle_idx').on('surveyComment').column('cycleId').execute();
}

async function createResults(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('surveyResult')
    .addColumn('cycleId', 'text', partOf('surveyCycle.id'))
    .addColumn('question', 'text', required)
    .addColumn('capability', 'text', required)
    .addColumn('audience', 'text', required)
    .addColumn('shown', 'text', required)
    .addColumn('result', 'text', required)
    .addColumn('releasedAt', 'text', required)
    .addPrimaryKeyConstraint('surveyResult_key', ['cycleId', 'question', 'capability', 'audience'])
    .execute();
}
