import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { key, type Migration, partOf, required, unique } from './migration.ts';

export const people: Migration = {
  name: '0001-people',
  async up(db) {
    await createSignIn(db);
    await createAccounts(db);
    await createRest(db);
  },
};

/** The four tables of the sign-in library (better-auth 1.7), as its generator lays them out for SQLite, on both databases. */
async function createSignIn(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('user')
    .addColumn('id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('email', 'text', unique)
    .addColumn('emailVerified', 'integer', required)
    .addColumn('image', 'text')
    .addColumn('createdAt', 'text', required)
    .addColumn('updatedAt', 'text', required)
    .addColumn('deactivatedAt', 'text')
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', key)
    .addColumn('expiresAt', 'text', required)
    .addColumn('token', 'text', unique)
    .addColumn('createdAt', 'text', required)
    .addColumn('updatedAt', 'text', required)
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', partOf('user.id'))
    .execute();
  await db.schema.createIndex('session_userId_idx').on('session').column('userId').execute();
}

async function createAccounts(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', key)
    .addColumn('accountId', 'text', required)
    .addColumn('providerId', 'text', required)
    .addColumn('userId', 'text', partOf('user.id'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', 'text')
    .addColumn('refreshTokenExpiresAt', 'text')
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', 'text', required)
    .addColumn('updatedAt', 'text', required)
    .execute();
  await db.schema.createIndex('account_userId_idx').on('account').column('userId').execute();
  await db.schema
    .createTable('verification')
    .addColumn('id', 'text', key)
    .addColumn('identifier', 'text', required)
    .addColumn('value', 'text', required)
    .addColumn('expiresAt', 'text', required)
    .addColumn('createdAt', 'text', required)
    .addColumn('updatedAt', 'text', required)
    .execute();
  await db.schema.createIndex('verification_identifier_idx').on('verification').column('identifier').execute();
}

async function createRest(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('rateLimit')
    .addColumn('key', 'text', key)
    .addColumn('count', 'integer', required)
    .addColumn('windowStartMs', 'bigint', required)
    .execute();
  await db.schema
    .createTable('passwordLink')
    .addColumn('id', 'text', key)
    .addColumn('userId', 'text', partOf('user.id'))
    .addColumn('tokenHash', 'text', unique)
    .addColumn('createdAt', 'text', required)
    .addColumn('expiresAt', 'text', required)
    .addColumn('spentAt', 'text')
    .execute();
  await db.schema
    .createTable('setUpLink')
    .addColumn('id', 'text', key)
    .addColumn('tokenHash', 'text', unique)
    .addColumn('createdAt', 'text', required)
    .addColumn('expiresAt', 'text', required)
    .addColumn('spentAt', 'text')
    .execute();
  await db.schema
    .createTable('auditEntry')
    .addColumn('id', 'text', key)
    .addColumn('at', 'text', required)
    .addColumn('actorKind', 'text', required)
    .addColumn('actorId', 'text')
    .addColumn('actorName', 'text', required)
    .addColumn('action', 'text', required)
    .addColumn('platformId', 'text')
    .addColumn('subject', 'text')
    .addColumn('detail', 'text', required)
    .execute();
  await db.schema.createIndex('auditEntry_at_idx').on('auditEntry').columns(['at']).execute();
  await db.schema.createIndex('auditEntry_platform_idx').on('auditEntry').columns(['platformId', 'at']).execute();
}
