import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { columnTypes, key, type Migration, partOf, required } from './migration.ts';

export const notices: Migration = {
  name: '0014-notices',
  async up(db) {
    await createOutbox(db);
    await createSurveyAddresses(db);
    await db.schema
      .createTable('participationBand')
      .addColumn('cycleId', 'text', partOf('surveyCycle.id'))
      .addColumn('teamId', 'text', required)
      .addColumn('countedOn', 'text', required)
      .addColumn('fromShare', 'double precision')
      .addColumn('toShare', 'double precision')
      .addPrimaryKeyConstraint('participationBand_key', ['cycleId', 'teamId'])
      .execute();
  },
};

async function createOutbox(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('noticePreference')
    .addColumn('userId', 'text', partOf('user.id'))
    .addColumn('kind', 'text', required)
    .addColumn('wanted', 'integer', required)
    .addPrimaryKeyConstraint('noticePreference_key', ['userId', 'kind'])
    .execute();
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', key)
    .addColumn('channel', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('userId', 'text', partOf('user.id'))
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('state', 'text', required)
    .addColumn('runAtMs', 'bigint', required)
    .addColumn('leaseUntilMs', 'bigint')
    .addColumn('attempts', 'integer', required)
    .addColumn('error', 'text')
    .addColumn('queuedAtMs', 'bigint', required)
    .addColumn('settledAtMs', 'bigint')
    .execute();
  await db.schema.createIndex('delivery_due_idx').on('delivery').columns(['state', 'runAtMs']).execute();
  const toPerson = db.schema.createIndex('delivery_person_idx').on('delivery');
  await toPerson.columns(['platformId', 'kind', 'userId', 'queuedAtMs']).execute();
  await db.schema
    .createTable('notice')
    .addColumn('deliveryId', 'text', partOf('delivery.id'))
    .addColumn('channel', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('userId', 'text', partOf('user.id'))
    .addColumn('platformId', 'text', partOf('platform.id'))
    .addColumn('subject', 'text', required)
    .addColumn('occasion', 'text', required)
    .addPrimaryKeyConstraint('notice_key', ['platformId', 'kind', 'channel', 'userId', 'subject', 'occasion'])
    .execute();
  await db.schema.createIndex('notice_delivery_idx').on('notice').column('deliveryId').execute();
}

/** Whom a survey asks by e-mail, apart from the links; in the order of random ids, as everything about respondents. */
async function createSurveyAddresses(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('surveyAddress')
    .addColumn('id', 'text', key)
    .addColumn('cycleId', 'text', partOf('surveyCycle.id'))
    .addColumn('teamId', 'text', partOf('team.id'))
    .addColumn('address', 'text', required)
    .addColumn('reminder', 'integer', required)
    .addColumn('askedAt', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('runAtMs', 'bigint', required)
    .addColumn('leaseUntilMs', 'bigint')
    .addColumn('attempts', 'integer', required)
    .addColumn('error', 'text')
    .addUniqueConstraint('surveyAddress_once', ['cycleId', 'address'])
    .modifyEnd(columnTypes(db).keyOrdered)
    .execute();
  await db.schema.createIndex('surveyAddress_due_idx').on('surveyAddress').columns(['state', 'runAtMs']).execute();
  await db.schema.alterTable('invitation').addColumn('slot', 'text').execute();
  await db.schema.createIndex('invitation_slot_idx').on('invitation').columns(['cycleId', 'slot']).execute();
}
