import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { columnTypes, key, type Migration, partOf, required } from './migration.ts';

export const samples: Migration = {
  name: '0003-samples',
  async up(db) {
    await createSeries(db);
    await createLog(db);
    await createRollUps(db);
    await createProvenance(db);
  },
};

async function createSeries(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('series')
    .addColumn('id', columnTypes(db).serial, key)
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('metric', 'text', required)
    .addColumn('capability', 'text', required)
    .addColumn('team', 'text', required)
    .addColumn('labels', 'text', required)
    .addUniqueConstraint('series_key', ['platformId', 'metric', 'capability', 'team', 'labels'])
    .execute();
}

/** No foreign keys on the log itself: it takes many rows a second, and only one verb writes it. */
async function createLog(db: Kysely<Database>): Promise<void> {
  const { serial, keyOrdered } = columnTypes(db);
  await db.schema
    .createTable('sample')
    .addColumn('atMs', 'bigint', required)
    .addColumn('seriesId', 'integer', required)
    .addColumn('value', 'double precision', required)
    .addColumn('receivedAtMs', 'bigint', required)
    .addColumn('runId', 'integer', required)
    .addPrimaryKeyConstraint('sample_key', ['atMs', 'seriesId'])
    .modifyEnd(keyOrdered)
    .execute();
  await db.schema
    .createTable('replacedSample')
    .addColumn('id', serial, key)
    .addColumn('atMs', 'bigint', required)
    .addColumn('seriesId', 'integer', required)
    .addColumn('value', 'double precision', required)
    .addColumn('receivedAtMs', 'bigint', required)
    .addColumn('runId', 'integer', required)
    .execute();
  await db.schema.createIndex('replacedSample_idx').on('replacedSample').columns(['atMs', 'seriesId']).execute();
}

async function createRollUps(db: Kysely<Database>): Promise<void> {
  const { keyOrdered } = columnTypes(db);
  await db.schema
    .createTable('latestSample')
    .addColumn('seriesId', 'integer', key)
    .addColumn('atMs', 'bigint', required)
    .addColumn('value', 'double precision', required)
    .addColumn('receivedAtMs', 'bigint', required)
    .addColumn('runId', 'integer', required)
    .execute();
  await db.schema
    .createTable('sampleDay')
    .addColumn('seriesId', 'integer', required)
    .addColumn('day', 'integer', required)
    .addColumn('last', 'double precision', required)
    .addColumn('lastAtMs', 'bigint', required)
    .addColumn('lastReceivedAtMs', 'bigint', required)
    .addColumn('lastRunId', 'integer', required)
    .addColumn('newestReceivedAtMs', 'bigint', required)
    .addColumn('sum', 'double precision', required)
    .addColumn('count', 'integer', required)
    .addColumn('min', 'double precision', required)
    .addColumn('max', 'double precision', required)
    .addColumn('valueCounts', 'text')
    .addPrimaryKeyConstraint('sampleDay_key', ['seriesId', 'day'])
    .modifyEnd(keyOrdered)
    .execute();
  await db.schema
    .createTable('dirtyDay')
    .addColumn('day', 'integer', required)
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('sinceMs', 'bigint', required)
    .addColumn('version', 'bigint', required)
    .addPrimaryKeyConstraint('dirtyDay_key', ['day', 'platformId'])
    .execute();
}

async function createProvenance(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('sourceRun')
    .addColumn('id', columnTypes(db).serial, key)
    .addColumn('platformId', 'text', (column) => column.references('platform.id').onDelete('cascade'))
    .addColumn('source', 'text', required)
    .addColumn('origin', 'text', required)
    .addColumn('startedAtMs', 'bigint', required)
    .addColumn('finishedAtMs', 'bigint')
    .addColumn('accepted', 'integer', required)
    .addColumn('rejected', 'integer', required)
    .addColumn('error', 'text')
    .execute();
  await db.schema.createIndex('sourceRun_idx').on('sourceRun').columns(['platformId', 'startedAtMs']).execute();
  await db.schema
    .createTable('idempotency')
    .addColumn('key', 'text', key)
    .addColumn('requestHash', 'text', required)
    .addColumn('response', 'text', required)
    .addColumn('createdAtMs', 'bigint', required)
    .execute();
  await db.schema.createIndex('idempotency_age_idx').on('idempotency').column('createdAtMs').execute();
}
