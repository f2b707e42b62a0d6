import { type Migration, partOf, required } from './migration.ts';

/** Rubrics that were written here: drafts, and the versions that were published from them. */
export const rubricVersions: Migration = {
  name: '0016-rubric-versions',
  async up(db) {
    await db.schema
      .createTable('rubricVersion')
      .addColumn('packId', 'text', required)
      .addColumn('version', 'text', required)
      .addColumn('sha256', 'text', (column) => column.notNull().references('document.sha256'))
      .addColumn('files', 'text', required)
      .addColumn('note', 'text', required)
      .addColumn('publishedBy', 'text', required)
      .addColumn('publishedAt', 'text', required)
      .addPrimaryKeyConstraint('rubricVersion_key', ['packId', 'version'])
      .execute();
    await db.schema
      .createTable('rubricDraft')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('basedOnId', 'text')
      .addColumn('basedOnVersion', 'text')
      .addColumn('files', 'text', required)
      .addColumn('version', 'integer', required)
      .addColumn('savedBy', 'text', required)
      .addColumn('savedAt', 'text', required)
      .execute();
    await db.schema.createIndex('rubricDraft_platform').on('rubricDraft').column('platformId').execute();
    await db.schema.alterTable('attestation').addColumn('carriedFrom', 'text').execute();
    await db.schema.alterTable('exemption').addColumn('carriedFrom', 'text').execute();
  },
};
