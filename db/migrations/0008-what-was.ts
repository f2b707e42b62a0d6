import { type Migration, partOf, required } from './migration.ts';

/** What a past instant needs to give the answer that it gave: settings as they were, and until when exemptions were approved. */
export const whatWas: Migration = {
  name: '0008-what-was',
  async up(db) {
    await db.schema
      .createTable('pastSettings')
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('until', 'text', required)
      .addColumn('settings', 'text', required)
      .addPrimaryKeyConstraint('pastSettings_key', ['platformId', 'until'])
      .execute();
    await db.schema.alterTable('exemption').addColumn('approvedUntil', 'text').execute();
  },
};
