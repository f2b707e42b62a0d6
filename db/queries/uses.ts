import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Database } from '../schema.ts';

type Db = Kysely<Database>;

/** How many rows of each kind still name a team, now or as it was. Keys hold no wildcard, so `like` finds them literally. */
export async function countUsesOfTeam(db: Db, { id, key }: { id: string; key: string }) {
  const teams = await count(db.selectFrom('team').where('parentId', '=', id));
  const formerTeams = await count(db.selectFrom('pastTeam').where('parentId', '=', id));
  const capabilities = await count(db.selectFrom('capability').where('ownerTeamId', '=', id));
  const past = db.selectFrom('pastSettings').where('settings', 'like', `%"owner":"${key}"%`);
  return {
    teams: teams + formerTeams,
    capabilities,
    formerSettings: await count(past),
    roles: await count(db.selectFrom('roleGrant').where('teamId', '=', id)),
    surveys: await count(db.selectFrom('surveyTeam').where('teamId', '=', id)),
    series: await count(db.selectFrom('series').where('team', '=', key)),
    improvements: await count(db.selectFrom('improvement').where('ownerTeamId', '=', id)),
    campaigns: await count(db.selectFrom('campaignOwner').where('ownerTeamId', '=', id)),
  };
}

/** How many rows of each kind rest on a capability of a platform. */
export async function countUsesOfCapability(db: Db, platformId: string, capability: string) {
  const here = { platformId, capability };
  const quarters = db
    .selectFrom('assessment')
    .innerJoin('document', 'document.sha256', 'assessment.scorecardSha256')
    .where('assessment.platformId', '=', platformId)
    .where('document.content', 'like', `%"capability":"${capability}"%`);
  const surveys = db
    .selectFrom('surveyCycle')
    .where('platformId', '=', platformId)
    .where('capabilities', 'like', `%"${capability}"%`);
  const improvements = db
    .selectFrom('improvementCriterion')
    .innerJoin('improvement', 'improvement.id', 'improvementId')
    .where('platformId', '=', platformId)
    .where('capability', '=', capability);
  const campaigns = db
    .selectFrom('campaignPlace')
    .innerJoin('campaign', 'campaign.id', 'campaignId')
    .where('platformId', '=', platformId)
    .where('capability', '=', capability);
  return {
    quarters: await count(quarters),
    series: await count(db.selectFrom('series').where((of) => of.and(here))),
    attestations: await count(db.selectFrom('attestation').where((of) => of.and(here))),
    exemptions: await count(db.selectFrom('exemption').where((of) => of.and(here))),
    claims: await count(db.selectFrom('selfAssessment').where((of) => of.and(here))),
    surveys: await count(surveys),
    improvements: await count(improvements),
    campaigns: await count(campaigns),
  };
}

async function count<T extends keyof Database>(query: SelectQueryBuilder<Database, T, object>): Promise<number> {
  const { n } = await query.select((of) => of.fn.countAll<number | string>().as('n')).executeTakeFirstOrThrow();
  return Number(n);
}
