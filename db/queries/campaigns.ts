import type { Insertable, Kysely, Selectable } from 'kysely';
import type { CampaignOwnerTable, CampaignPlaceTable, CampaignTable, Database } from '../schema.ts';
import { inChunks } from './in-chunks.ts';

type Db = Kysely<Database>;
export type Campaign = Selectable<CampaignTable>;
export type CampaignPlace = Selectable<CampaignPlaceTable>;
export type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number];
export type CampaignOwner = Awaited<ReturnType<typeof listCampaignOwners>>[number];

function withNames(db: Db) {
  return db
    .selectFrom('campaign')
    .leftJoin('user as maker', 'maker.id', 'campaign.createdBy')
    .selectAll('campaign')
    .select('maker.name as makerName');
}

/** The campaigns of a platform, the soonest due first. */
export function listCampaigns(db: Db, platformId: string) {
  return withNames(db).where('platformId', '=', platformId).orderBy('dueOn').orderBy('campaign.id').execute();
}

/** What an evaluation has to look at. */
export function listRunningCampaigns(db: Db, platformId: string): Promise<Campaign[]> {
  return db
    .selectFrom('campaign')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('state', '=', 'running')
    .orderBy('id')
    .execute();
}

export function findCampaign(db: Db, id: string) {
  return withNames(db).where('campaign.id', '=', id).executeTakeFirst();
}

/** The places of every campaign of a platform, or of one campaign. */
export function listCampaignPlaces(db: Db, of: { platformId: string; id?: string }): Promise<CampaignPlace[]> {
  return db
    .selectFrom('campaignPlace')
    .innerJoin('campaign', 'campaign.id', 'campaignPlace.campaignId')
    .selectAll('campaignPlace')
    .where('campaign.platformId', '=', of.platformId)
    .$if(of.id !== undefined, (query) => query.where('campaignId', '=', of.id ?? ''))
    .orderBy('criterion')
    .orderBy('capability')
    .execute();
}

/** Who sees to which capability where it is not its owner, with names; of every campaign of a platform, or of one. */
export function listCampaignOwners(db: Db, of: { platformId: string; id?: string }) {
  return db
    .selectFrom('campaignOwner')
    .innerJoin('campaign', 'campaign.id', 'campaignOwner.campaignId')
    .leftJoin('user', 'user.id', 'campaignOwner.ownerUserId')
    .leftJoin('team', 'team.id', 'campaignOwner.ownerTeamId')
    .selectAll('campaignOwner')
    .select(['user.name as userName', 'user.deactivatedAt', 'team.key as teamKey', 'team.name as teamName'])
    .where('campaign.platformId', '=', of.platformId)
    .$if(of.id !== undefined, (query) => query.where('campaignId', '=', of.id ?? ''))
    .orderBy('capability')
    .execute();
}

export async function insertCampaign(trx: Db, row: Insertable<CampaignTable>): Promise<void> {
  await trx.insertInto('campaign').values(row).execute();
}

export async function replaceCampaignPlaces(
  trx: Db,
  campaignId: string,
  places: Omit<CampaignPlace, 'campaignId'>[],
): Promise<void> {
  await trx.deleteFrom('campaignPlace').where('campaignId', '=', campaignId).execute();
  for (const some of inChunks(places)) {
    await trx
      .insertInto('campaignPlace')
      .values(some.map((place) => ({ campaignId, ...place })))
      .execute();
  }
}

export async function replaceCampaignOwners(
  trx: Db,
  campaignId: string,
  owners: Omit<Insertable<CampaignOwnerTable>, 'campaignId'>[],
): Promise<void> {
  await trx.deleteFrom('campaignOwner').where('campaignId', '=', campaignId).execute();
  const rows = owners.map((one) => ({ campaignId, ...one }));
  if (rows.length > 0) await trx.insertInto('campaignOwner').values(rows).execute();
}
