import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { key, type Migration, partOf, required } from './migration.ts';

/** Several people rate the same platform alone; their first ratings stay, and what they agree on stands beside them. */
export const ratingRounds: Migration = {
  name: '0021-rating-rounds',
  async up(db) {
    await db.schema
      .createTable('ratingRound')
      .addColumn('id', 'text', key)
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('title', 'text', required)
      .addColumn('scale', 'text', required)
      .addColumn('state', 'text', required)
      .addColumn('openedBy', 'text', required)
      .addColumn('openedAt', 'text', required)
      .addColumn('revealedBy', 'text')
      .addColumn('revealedAt', 'text')
      .addColumn('agreement', 'text')
      .execute();
    await db.schema
      .createIndex('ratingRound_platform_idx')
      .on('ratingRound')
      .columns(['platformId', 'openedAt'])
      .execute();
    await createParts(db);
  },
};

async function createParts(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('ratingAssessor')
    .addColumn('roundId', 'text', partOf('ratingRound.id'))
    .addColumn('userId', 'text', required)
    .addColumn('side', 'text')
    .addColumn('sealed', 'text')
    .addColumn('handedIn', 'integer', required)
    .addPrimaryKeyConstraint('ratingAssessor_key', ['roundId', 'userId'])
    .execute();
  await db.schema
    .createTable('rating')
    .addColumn('roundId', 'text', partOf('ratingRound.id'))
    .addColumn('userId', 'text', required)
    .addColumn('aspect', 'text', required)
    .addColumn('capability', 'text', required)
    .addColumn('rating', 'double precision')
    .addColumn('evidence', 'text')
    .addPrimaryKeyConstraint('rating_key', ['roundId', 'userId', 'aspect', 'capability'])
    .execute();
  await db.schema
    .createTable('ratingConsensus')
    .addColumn('roundId', 'text', partOf('ratingRound.id'))
    .addColumn('aspect', 'text', required)
    .addColumn('capability', 'text', required)
    .addColumn('recordedAt', 'text', required)
    .addColumn('recordedBy', 'text', required)
    .addColumn('rating', 'double precision')
    .addColumn('why', 'text', required)
    .addPrimaryKeyConstraint('ratingConsensus_key', ['roundId', 'aspect', 'capability', 'recordedAt'])
    .execute();
}
