import { type Migration, partOf, required } from './migration.ts';

/** What a report says beside its figures: drafted by hand, then frozen with the quarter, as is the backlog. */
export const reportDrafts: Migration = {
  name: '0013-report-drafts',
  async up(db) {
    await db.schema
      .createTable('reportDraft')
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('period', 'text', required)
      .addColumn('note', 'text')
      .addColumn('asks', 'text', required)
      .addColumn('savedBy', 'text', required)
      .addColumn('savedAt', 'text', required)
      .addPrimaryKeyConstraint('reportDraft_key', ['platformId', 'period'])
      .execute();
    await db.schema
      .alterTable('assessment')
      .addColumn('asks', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await db.schema.alterTable('assessment').addColumn('correction', 'text').execute();
    await db.schema
      .alterTable('assessment')
      .addColumn('backlogSha256', 'text', (column) => column.references('document.sha256'))
      .execute();
  },
};
