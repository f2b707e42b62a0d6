import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { key, type Migration, partOf, required } from './migration.ts';

/** Improvements: what they should flip, how they moved, and what was predicted and measured of each. */
export const backlog: Migration = {
  name: '0012-backlog',
  async up(db) {
    await createImprovements(db);
    await createParts(db);
    // the history of one improvement is read from the audit log
    await db.schema.createIndex('auditEntry_subject_idx').on('auditEntry').columns(['subject', 'at']).execute();
  },
};

async function createImprovements(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('improvement')
    .addColumn('id', 'text', key)
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('title', 'text', required)
    .addColumn('notes', 'text', required)
    .addColumn('ownerUserId', 'text')
    .addColumn('ownerTeamId', 'text')
    .addColumn('dueOn', 'text')
    .addColumn('effortDays', 'double precision')
    .addColumn('state', 'text', required)
    .addColumn('position', 'double precision', required)
    .addColumn('version', 'integer', required)
    .addColumn('createdBy', 'text', required)
    .addColumn('createdAt', 'text', required)
    .addColumn('updatedAt', 'text', required)
    .addColumn('startedAt', 'text')
    .addColumn('closedAt', 'text')
    .addColumn('predicted', 'text')
    .addColumn('measured', 'text')
    .execute();
  await db.schema.createIndex('improvement_state_idx').on('improvement').columns(['platformId', 'state']).execute();
}

async function createParts(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('improvementCriterion')
    .addColumn('improvementId', 'text', partOf('improvement.id'))
    .addColumn('criterion', 'text', required)
    .addColumn('capability', 'text', required)
    .addColumn('stateBefore', 'text')
    .addPrimaryKeyConstraint('improvementCriterion_key', ['improvementId', 'criterion', 'capability'])
    .execute();
  await db.schema
    .createTable('improvementMove')
    .addColumn('improvementId', 'text', partOf('improvement.id'))
    .addColumn('version', 'integer', required)
    .addColumn('state', 'text', required)
    .addColumn('at', 'text', required)
    .addPrimaryKeyConstraint('improvementMove_key', ['improvementId', 'version'])
    .execute();
}
