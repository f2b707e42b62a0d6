import { key, type Migration, partOf, required } from './migration.ts';

/** Campaigns, and what an improvement says about itself since then: its campaign, its days in the end, its key elsewhere. */
export const campaigns: Migration = {
  name: '0019-campaigns',
  async up(db) {
    await db.schema
      .createTable('campaign')
      .addColumn('id', 'text', key)
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('name', 'text', required)
      .addColumn('notes', 'text', required)
      .addColumn('state', 'text', required)
      .addColumn('dueOn', 'text', required)
      .addColumn('version', 'integer', required)
      .addColumn('createdBy', 'text', required)
      .addColumn('createdAt', 'text', required)
      .addColumn('updatedAt', 'text', required)
      .addColumn('startedAt', 'text')
      .addColumn('endedAt', 'text')
      .addColumn('endedBy', 'text')
      .execute();
    await db.schema.createIndex('campaign_state_idx').on('campaign').columns(['platformId', 'state']).execute();
    await db.schema
      .createTable('campaignPlace')
      .addColumn('campaignId', 'text', partOf('campaign.id'))
      .addColumn('criterion', 'text', required)
      .addColumn('capability', 'text', required)
      .addPrimaryKeyConstraint('campaignPlace_key', ['campaignId', 'criterion', 'capability'])
      .execute();
    await db.schema
      .createTable('campaignOwner')
      .addColumn('campaignId', 'text', partOf('campaign.id'))
      .addColumn('capability', 'text', required)
      .addColumn('ownerUserId', 'text')
      .addColumn('ownerTeamId', 'text')
      .addPrimaryKeyConstraint('campaignOwner_key', ['campaignId', 'capability'])
      .execute();
    const improvement = () => db.schema.alterTable('improvement');
    await improvement().addColumn('campaignId', 'text').execute();
    await improvement().addColumn('actualDays', 'double precision').execute();
    await improvement().addColumn('externalKey', 'text').execute();
    const once = db.schema.createIndex('improvement_external_key_idx').unique().on('improvement');
    await once.columns(['platformId', 'externalKey']).execute();
  },
};
