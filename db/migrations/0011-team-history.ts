import { type Migration, partOf, required } from './migration.ts';

/** Teams as they were before each change, so that a past instant has the organisation that it had. */
export const teamHistory: Migration = {
  name: '0011-team-history',
  async up(db) {
    await db.schema
      .createTable('pastTeam')
      .addColumn('teamId', 'text', partOf('team.id'))
      .addColumn('until', 'text', required)
      .addColumn('name', 'text', required)
      .addColumn('parentId', 'text')
      .addColumn('archivedAt', 'text')
      .addPrimaryKeyConstraint('pastTeam_key', ['teamId', 'until'])
      .execute();
    await db.schema.createIndex('pastTeam_until_idx').on('pastTeam').column('until').execute();
  },
};
