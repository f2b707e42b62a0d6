import { columnTypes, key, type Migration, partOf, required } from './migration.ts';

/** Sources that Plumbline asks by itself, when they failed, and which of them brought a value by which query. */
export const sources: Migration = {
  name: '0009-sources',
  async up(db) {
    await db.schema
      .createTable('source')
      .addColumn('id', 'text', key)
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('kind', 'text', required)
      .addColumn('name', 'text', required)
      .addColumn('settings', 'text', required)
      .addColumn('secrets', 'text')
      .addColumn('allowed', 'text', required)
      .addColumn('intervalMinutes', 'integer', required)
      .addColumn('state', 'text', required)
      .addColumn('createdAt', 'text', required)
      .addColumn('deletedAt', 'text')
      .addColumn('nextRunAtMs', 'bigint', required)
      .addColumn('leaseUntilMs', 'bigint')
      .addColumn('lastRunAtMs', 'bigint')
      .addColumn('progress', 'text', required)
      .execute();
    await db.schema.createIndex('source_idx').on('source').columns(['platformId', 'name']).execute();
    await db.schema
      .createTable('sourceFailure')
      .addColumn('id', columnTypes(db).serial, key)
      .addColumn('sourceId', 'text', partOf('source.id'))
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('metric', 'text', required)
      .addColumn('capability', 'text', required)
      .addColumn('since', 'text', required)
      .addColumn('knownAt', 'text', required)
      .addColumn('endedAt', 'text')
      .addColumn('message', 'text', required)
      .execute();
    await db.schema.createIndex('sourceFailure_idx').on('sourceFailure').columns(['platformId', 'knownAt']).execute();
    await db.schema.createIndex('sourceFailure_source_idx').on('sourceFailure').column('sourceId').execute();
    await db.schema.alterTable('sourceRun').addColumn('sourceId', 'text').execute();
    await db.schema.alterTable('sourceRun').addColumn('query', 'text').execute();
    await db.schema
      .alterTable('sourceRun')
      .addColumn('failed', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex('sourceRun_source_idx').on('sourceRun').columns(['sourceId', 'startedAtMs']).execute();
  },
};
