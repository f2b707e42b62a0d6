import { type CampaignPlace, type CampaignRow, findCampaign, listCampaignPlaces } from '#db/queries/campaigns.ts';
import { type BacklogRights, readRights } from '../backlog/backlog-rights.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';

export type FoundCampaign = {
  platform: Platform;
  campaign: CampaignRow;
  places: CampaignPlace[];
  rights: BacklogRights;
};

/** A campaign of a platform with what the actor may plan there; refuses whoever lacks `role` on the platform. */
export async function requireCampaign(
  ctx: Context,
  { platform: key, id }: { platform: string; id: string },
  [role, scope]: readonly ['viewer' | 'owner', string],
): Promise<FoundCampaign> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, role, scope);
  const campaign = await findCampaign(ctx.db, id);
  if (!campaign || campaign.platformId !== platform.id) throw noSuchCampaign();
  const places = await listCampaignPlaces(ctx.db, { platformId: platform.id, id });
  return { platform, campaign, places, rights: await readRights(ctx, platform.id) };
}

/** Refuses a campaign that an improvement cannot join: of another platform, or over. */
export async function requireOpenCampaign(ctx: Context, platformId: string, id: string): Promise<void> {
  const campaign = await findCampaign(ctx.db, id);
  if (!campaign || campaign.platformId !== platformId) throw noSuchCampaign();
  if (campaign.state === 'ended')
    throw new AppError('CONFLICT', `“${campaign.name}” is over. Choose another campaign.`);
}

/** Editors plan campaigns, and so does whoever owns every capability that one is about. */
export function requirePlan(rights: BacklogRights, capabilities: readonly (string | null)[]): void {
  if (rights.plan(capabilities)) return;
  throw new AppError('FORBIDDEN', 'A campaign over capabilities of several teams is planned by an editor.');
}

/** Refuses a change of something older than what is there now. */
export const changedMeanwhile = ({ name }: Pick<CampaignRow, 'name'>) =>
  new AppError('CONFLICT', `Somebody changed “${name}” a moment ago. Look at it again.`);

const noSuchCampaign = () => new AppError('NOT_FOUND', 'There is no such campaign.');
