import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { key, type Migration, partOf, required, unique } from './migration.ts';

export const platforms: Migration = {
  name: '0002-platforms',
  async up(db) {
    await createPlatforms(db);
    await createOffers(db);
    await createGrants(db);
  },
};

async function createPlatforms(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('platform')
    .addColumn('id', 'text', key)
    .addColumn('key', 'text', unique)
    .addColumn('name', 'text', required)
    .addColumn('timeZone', 'text', required)
    .addColumn('fiscalYearStartMonth', 'integer', required)
    .addColumn('packId', 'text', required)
    .addColumn('packVersion', 'text', required)
    .addColumn('createdAt', 'text', required)
    .execute();
  await db.schema
    .createTable('team')
    .addColumn('id', 'text', key)
    .addColumn('key', 'text', unique)
    .addColumn('name', 'text', required)
    .addColumn('parentId', 'text', (column) => column.references('team.id'))
    .addColumn('contact', 'text')
    .addColumn('createdAt', 'text', required)
    .addColumn('archivedAt', 'text')
    .execute();
}

async function createOffers(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('capability')
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('key', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('description', 'text', required)
    .addColumn('ownerTeamId', 'text', (column) => column.references('team.id').onDelete('set null'))
    .addColumn('provider', 'text')
    .addColumn('consumption', 'text', required)
    .addColumn('mandatory', 'integer', required)
    .addColumn('weight', 'double precision', required)
    .addColumn('state', 'text', required)
    .addColumn('position', 'integer', required)
    .addPrimaryKeyConstraint('capability_key', ['platformId', 'key'])
    .execute();
  await db.schema
    .createTable('target')
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('capability', 'text', required)
    .addColumn('aspect', 'text', required)
    .addColumn('level', 'integer', required)
    .addPrimaryKeyConstraint('target_key', ['platformId', 'capability', 'aspect'])
    .execute();
}

async function createGrants(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('roleGrant')
    .addColumn('id', 'text', key)
    .addColumn('userId', 'text', partOf('user.id'))
    .addColumn('platformId', 'text', (column) => column.references('platform.id').onDelete('cascade'))
    .addColumn('role', 'text', required)
    .addColumn('teamId', 'text', (column) => column.references('team.id').onDelete('cascade'))
    .addColumn('createdAt', 'text', required)
    .execute();
  await db.schema.createIndex('roleGrant_user_idx').on('roleGrant').column('userId').execute();
  await db.schema
    .createTable('apiToken')
    .addColumn('id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('prefix', 'text', required)
    .addColumn('tokenHash', 'text', unique)
    .addColumn('scopes', 'text', required)
    .addColumn('platformId', 'text', (column) => column.references('platform.id').onDelete('cascade'))
    .addColumn('createdBy', 'text')
    .addColumn('createdAt', 'text', required)
    .addColumn('expiresAt', 'text', required)
    .addColumn('lastUsedOn', 'text')
    .addColumn('revokedAt', 'text')
    .execute();
}
