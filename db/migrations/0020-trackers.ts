import { key, type Migration, partOf, required } from './migration.ts';

/** Issue trackers that improvements are kept in step with, and which issue belongs to which improvement. */
export const trackers: Migration = {
  name: '0020-trackers',
  async up(db) {
    await db.schema
      .createTable('tracker')
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
      .addColumn('nextRunAtMs', 'bigint', required)
      .addColumn('leaseUntilMs', 'bigint')
      .addColumn('lastRunAtMs', 'bigint')
      .addColumn('placeAtMs', 'bigint')
      .addColumn('cursor', 'text')
      .addColumn('failures', 'integer', required)
      .addColumn('holdUntilMs', 'bigint')
      .addColumn('limited', 'integer', required)
      .addColumn('error', 'text')
      .addColumn('errorSince', 'text')
      .execute();
    await db.schema.createIndex('tracker_idx').on('tracker').columns(['platformId', 'name']).execute();
    await db.schema
      .createTable('trackerLink')
      .addColumn('improvementId', 'text', (column) =>
        column.primaryKey().notNull().references('improvement.id').onDelete('cascade'),
      )
      .addColumn('trackerId', 'text', partOf('tracker.id'))
      .addColumn('state', 'text', required)
      .addColumn('ref', 'text')
      .addColumn('name', 'text')
      .addColumn('address', 'text')
      .addColumn('seen', 'text')
      .addColumn('seenVersion', 'integer', required)
      .addColumn('linkedAt', 'text', required)
      .addColumn('triedAtMs', 'bigint')
      .addColumn('lookedAtMs', 'bigint')
      .addColumn('attempts', 'integer', required)
      .addColumn('retryAtMs', 'bigint')
      .addColumn('error', 'text')
      .execute();
    await db.schema.createIndex('trackerLink_idx').on('trackerLink').columns(['trackerId', 'ref']).execute();
  },
};
