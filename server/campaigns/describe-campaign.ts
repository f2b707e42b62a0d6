import type { CampaignOwner, CampaignPlace, CampaignRow } from '#db/queries/campaigns.ts';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listTeams } from '#db/queries/teams.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { resultsByPlace } from '#rubrics/scoring/effect.ts';
import { type BacklogRights, readRights } from '../backlog/backlog-rights.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { movesFrom } from './campaign-fields.ts';
import { measureProgress } from './measure-progress.ts';

type Capability = Awaited<ReturnType<typeof listCapabilities>>[number];
type Team = Awaited<ReturnType<typeof listTeams>>[number];
export type CampaignSurroundings = {
  platformId: string;
  rights: BacklogRights;
  rubric: ReadonlyMap<string, Criterion>;
  capabilities: ReadonlyMap<string, Capability>;
  teams: ReadonlyMap<string, Team>;
  results: ReturnType<typeof resultsByPlace>;
  /** as the clock says */
  today: string;
};

/** What the campaigns of a platform are described with, read once for all of them. */
export async function readCampaignSurroundings(ctx: Context, platform: Platform): Promise<CampaignSurroundings> {
  const [rights, capabilities, teams, { scorecard }] = await Promise.all([
    readRights(ctx, platform.id),
    listCapabilities(ctx.db, platform.id),
    listTeams(ctx.db),
    readScorecard(ctx.db, platform.id),
  ]);
  return {
    platformId: platform.id,
    rights,
    rubric: new Map(rubricOf(platform).pack.criteria.map((one) => [one.id, one])),
    capabilities: new Map(capabilities.map((one) => [one.key, one])),
    teams: new Map(teams.map((one) => [one.id, one])),
    results: resultsByPlace(scorecard ?? { cells: [] }),
    today: ctx.now().toISOString().slice(0, 'YYYY-MM-DD'.length),
  };
}

/** A campaign as screens and the API show it, with how far it is by evidence and what the actor may do with it. */
export function describeCampaign(row: CampaignRow, places: CampaignPlace[], around: CampaignSurroundings) {
  const { id, name, notes, state, dueOn, version, createdAt, startedAt, endedAt, endedBy } = row;
  const mayPlan = around.rights.plan(places.map(({ capability }) => capability || null));
  return {
    ...{ id, name, notes, state, dueOn, version, createdAt, startedAt, endedAt, endedBy },
    createdBy: row.makerName ?? row.createdBy,
    late: state !== 'ended' && dueOn < around.today,
    progress: measureProgress(places, around.results, around.rubric),
    rights: { change: mayPlan && state !== 'ended', moves: mayPlan ? [...movesFrom(state)] : [] },
  };
}

export type DescribedOwner = { kind: 'person' | 'team'; key: string; name: string; active: boolean };

/** Who sees to a capability in a campaign: whoever was named, else the team that owns it. */
export function ownerIn(
  owners: readonly CampaignOwner[],
  capability: string,
  around: CampaignSurroundings,
): { owner: DescribedOwner | null; named: boolean } {
  const named = owners.find((one) => one.capability === capability);
  if (named?.ownerUserId) {
    const { ownerUserId: key, userName, deactivatedAt } = named;
    return { owner: { kind: 'person', key, name: userName ?? key, active: deactivatedAt === null }, named: true };
  }
  const teamId = named?.ownerTeamId ?? around.capabilities.get(capability)?.ownerTeamId;
  const team = teamId ? around.teams.get(teamId) : undefined;
  if (team === undefined) return { owner: null, named: named !== undefined };
  const { key, name, archivedAt } = team;
  return { owner: { kind: 'team', key, name, active: archivedAt === null }, named: named !== undefined };
}
