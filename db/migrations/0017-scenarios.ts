import { key, type Migration, partOf, required } from './migration.ts';

/** What-ifs that somebody gave a name. */
export const scenarios: Migration = {
  name: '0017-scenarios',
  async up(db) {
    await db.schema
      .createTable('scenario')
      .addColumn('id', 'text', key)
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('name', 'text', required)
      .addColumn('description', 'text', required)
      .addColumn('assumptions', 'text', required)
      .addColumn('version', 'integer', required)
      .addColumn('createdBy', 'text', required)
      .addColumn('createdAt', 'text', required)
      .addColumn('updatedAt', 'text', required)
      .execute();
    await db.schema.createIndex('scenario_platform_idx').on('scenario').columns(['platformId', 'createdAt']).execute();
  },
};
