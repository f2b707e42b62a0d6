import type { Insertable, Kysely } from 'kysely';
import type { AttestationTable, Database, ExemptionTable, ImprovementTable } from '../schema.ts';

type Db = Kysely<Database>;
type Of = { platformId: string; criterion: string };
type Renamed = { platformId: string; from: string; to: string };

/** An improvement in one of these states still wants something. */
const OPEN = [
  'proposed',
  'planned',
  'doing',
  'done',
  'not_confirmed',
] as const satisfies readonly ImprovementTable['state'][];

/** What people said that still counts, by criterion, each with how often. */
export async function countClaims(db: Db, platformId: string, at: string) {
  const attestations = await db
    .selectFrom('attestation')
    .select(({ fn }) => ['criterion', fn.countAll<number>().as('count')])
    .where('platformId', '=', platformId)
    .where('review', 'in', ['awaiting', 'accepted', 'not_needed'])
    .where('expiresAt', '>', at)
    .groupBy('criterion')
    .execute();
  const exemptions = await db
    .selectFrom('exemption')
    .select(({ fn }) => ['criterion', fn.countAll<number>().as('count')])
    .where('platformId', '=', platformId)
    .where('decision', 'in', ['awaiting', 'approved'])
    .where((is) => is.or([is('expiresAt', 'is', null), is('expiresAt', '>', at)]))
    .groupBy('criterion')
    .execute();
  return { attestations, exemptions };
}

/** What people plan, by criterion, each with how often. */
export async function countPlans(db: Db, platformId: string) {
  const improvements = await openImprovementCriteria(db, platformId)
    .select(({ fn }) => ['improvementCriterion.criterion as criterion', fn.countAll<number>().as('count')])
    .groupBy('improvementCriterion.criterion')
    .execute();
  const campaigns = await openCampaignPlaces(db, platformId)
    .select(({ fn }) => ['campaignPlace.criterion as criterion', fn.countAll<number>().as('count')])
    .groupBy('campaignPlace.criterion')
    .execute();
  const estimates = await db
    .selectFrom('effortEstimate')
    .select(({ fn }) => ['criterion', fn.countAll<number>().as('count')])
    .where('platformId', '=', platformId)
    .groupBy('criterion')
    .execute();
  const itemTargets = await db
    .selectFrom('itemTarget')
    .select(({ fn }) => ['criterion', fn.countAll<number>().as('count')])
    .where('platformId', '=', platformId)
    .groupBy('criterion')
    .execute();
  return { improvements, campaigns, estimates, itemTargets };
}

const openImprovementCriteria = (db: Db, platformId: string) =>
  db
    .selectFrom('improvementCriterion')
    .innerJoin('improvement', 'improvement.id', 'improvementCriterion.improvementId')
    .where('improvement.platformId', '=', platformId)
    .where('improvement.state', 'in', OPEN);

const openCampaignPlaces = (db: Db, platformId: string) =>
  db
    .selectFrom('campaignPlace')
    .innerJoin('campaign', 'campaign.id', 'campaignPlace.campaignId')
    .where('campaign.platformId', '=', platformId)
    .where('campaign.state', '!=', 'ended');

/** Every answer about a criterion. */
export function listAnswersAbout(db: Db, { platformId, criterion }: Of) {
  return db
    .selectFrom('attestation')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('criterion', '=', criterion)
    .execute();
}

/** Every exemption from a criterion, whatever became of it. */
export function listExemptionsFrom(db: Db, { platformId, criterion }: Of) {
  return db
    .selectFrom('exemption')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('criterion', '=', criterion)
    .execute();
}

export async function insertClaims(
  trx: Db,
  claims: { attestations: Insertable<AttestationTable>[]; exemptions: Insertable<ExemptionTable>[] },
): Promise<void> {
  for (const row of claims.attestations) await trx.insertInto('attestation').values(row).execute();
  for (const row of claims.exemptions) await trx.insertInto('exemption').values(row).execute();
}

/** What awaits somebody's word awaits it under the new id: nobody could give it under the old one. Returns how many of each. */
export async function moveAwaiting(trx: Db, { platformId, from, to }: Renamed) {
  const attestations = await trx
    .updateTable('attestation')
    .set({ criterion: to, carriedFrom: from })
    .where('platformId', '=', platformId)
    .where('criterion', '=', from)
    .where('review', '=', 'awaiting')
    .returning('id')
    .execute();
  const exemptions = await trx
    .updateTable('exemption')
    .set({ criterion: to, carriedFrom: from })
    .where('platformId', '=', platformId)
    .where('criterion', '=', from)
    .where('decision', '=', 'awaiting')
    .returning('id')
    .execute();
  return { attestations: attestations.length, exemptions: exemptions.length };
}

/** Plans that are not over name a criterion by its new id; one that names both ids already keeps the new one. Returns how many. */
export async function renamePlans(trx: Db, renamed: Renamed): Promise<number> {
  const { platformId, from, to } = renamed;
  const criteria = await openImprovementCriteria(trx, platformId)
    .selectAll('improvementCriterion')
    .where('improvementCriterion.criterion', '=', from)
    .execute();
  const places = await openCampaignPlaces(trx, platformId)
    .selectAll('campaignPlace')
    .where('campaignPlace.criterion', '=', from)
    .execute();
  for (const { improvementId, capability, stateBefore, valueBefore } of criteria) {
    const row = { improvementId, criterion: to, capability, stateBefore, valueBefore };
    await trx
      .insertInto('improvementCriterion')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await deleteCriterion(trx, { improvementId, criterion: from, capability });
  }
  for (const { campaignId, capability } of places) {
    await trx
      .insertInto('campaignPlace')
      .values({ campaignId, criterion: to, capability })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await deletePlace(trx, { campaignId, criterion: from, capability });
  }
  const others = (await renameRows(trx, 'effortEstimate', renamed)) + (await renameRows(trx, 'itemTarget', renamed));
  return criteria.length + places.length + others;
}

type CriterionKey = { improvementId: string; criterion: string; capability: string };
async function deleteCriterion(trx: Db, { improvementId, criterion, capability }: CriterionKey): Promise<void> {
  await trx
    .deleteFrom('improvementCriterion')
    .where('improvementId', '=', improvementId)
    .where('criterion', '=', criterion)
    .where('capability', '=', capability)
    .execute();
}

type PlaceKey = { campaignId: string; criterion: string; capability: string };
async function deletePlace(trx: Db, { campaignId, criterion, capability }: PlaceKey): Promise<void> {
  await trx
    .deleteFrom('campaignPlace')
    .where('campaignId', '=', campaignId)
    .where('criterion', '=', criterion)
    .where('capability', '=', capability)
    .execute();
}

/** What belongs to a criterion and to no plan: the newer id keeps its own where it has one. */
async function renameRows(trx: Db, table: 'effortEstimate' | 'itemTarget', { platformId, from, to }: Renamed) {
  const old = await trx
    .deleteFrom(table)
    .where('platformId', '=', platformId)
    .where('criterion', '=', from)
    .returningAll()
    .execute();
  for (const row of old) {
    await trx
      .insertInto(table)
      .values({ ...row, criterion: to })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return old.length;
}

/** The what-ifs of a platform that were kept, each with the criteria that it assumes something of. */
export function listScenarioTexts(db: Db, platformId: string) {
  return db.selectFrom('scenario').select(['id', 'assumptions']).where('platformId', '=', platformId).execute();
}

export async function saveScenarioText(trx: Db, id: string, assumptions: string): Promise<void> {
  await trx.updateTable('scenario').set({ assumptions }).where('id', '=', id).execute();
}
