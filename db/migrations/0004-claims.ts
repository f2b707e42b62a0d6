import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { key, type Migration, partOf, required } from './migration.ts';

export const claims: Migration = {
  name: '0004-claims',
  async up(db) {
    await createAttestations(db);
    await createExemptions(db);
    await createSelfAssessment(db);
  },
};

async function createAttestations(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('attestation')
    .addColumn('id', 'text', key)
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('criterion', 'text', required)
    .addColumn('capability', 'text')
    .addColumn('answer', 'text', required)
    .addColumn('link', 'text')
    .addColumn('note', 'text')
    .addColumn('answeredBy', 'text', required)
    .addColumn('answeredAt', 'text', required)
    .addColumn('reviewedBy', 'text')
    .addColumn('reviewedAt', 'text')
    .addColumn('review', 'text', required)
    .addColumn('reviewNote', 'text')
    .addColumn('selfApproved', 'integer', required)
    .addColumn('expiresAt', 'text', required)
    .execute();
  const byCriterion = db.schema.createIndex('attestation_criterion_idx').on('attestation');
  await byCriterion.columns(['platformId', 'criterion', 'answeredAt']).execute();
}

async function createExemptions(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('exemption')
    .addColumn('id', 'text', key)
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('kind', 'text', required)
    .addColumn('criterion', 'text', required)
    .addColumn('capability', 'text')
    .addColumn('reason', 'text', required)
    .addColumn('requestedBy', 'text', required)
    .addColumn('requestedAt', 'text', required)
    .addColumn('decidedBy', 'text')
    .addColumn('decidedAt', 'text')
    .addColumn('decision', 'text', required)
    .addColumn('decisionNote', 'text')
    .addColumn('selfApproved', 'integer', required)
    .addColumn('expiresAt', 'text')
    .execute();
  await db.schema
    .createIndex('exemption_criterion_idx')
    .on('exemption')
    .columns(['platformId', 'criterion', 'requestedAt'])
    .execute();
}

async function createSelfAssessment(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('selfAssessment')
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('aspect', 'text', required)
    .addColumn('capability', 'text', required)
    .addColumn('claimed', 'double precision')
    .addColumn('answeredBy', 'text', required)
    .addColumn('answeredAt', 'text', required)
    .addPrimaryKeyConstraint('selfAssessment_key', ['platformId', 'aspect', 'capability'])
    .execute();
}
