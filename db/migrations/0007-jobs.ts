import { columnTypes, key, type Migration, required } from './migration.ts';

export const jobs: Migration = {
  name: '0007-jobs',
  async up(db) {
    await db.schema
      .createTable('job')
      .addColumn('id', columnTypes(db).serial, key)
      .addColumn('kind', 'text', required)
      .addColumn('payload', 'text', required)
      .addColumn('dedupeKey', 'text', (column) => column.unique())
      .addColumn('state', 'text', required)
      .addColumn('runAtMs', 'bigint', required)
      .addColumn('leaseUntilMs', 'bigint')
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('error', 'text')
      .execute();
    await db.schema.createIndex('job_due_idx').on('job').columns(['state', 'runAtMs']).execute();
  },
};
