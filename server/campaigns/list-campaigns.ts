import { z } from 'zod';
import { listCampaignPlaces, listCampaigns as listRows } from '#db/queries/campaigns.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { CAMPAIGN_STATES } from './campaign-fields.ts';
import { describeCampaign, readCampaignSurroundings } from './describe-campaign.ts';

export const listCampaignsInput = z.strictObject({ platform: keyField });

/** The campaigns of a platform: what runs, then what is planned, then what has ended; the soonest due first. */
export async function listCampaigns(ctx: Context, input: z.infer<typeof listCampaignsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const [rows, places, around] = await Promise.all([
    listRows(ctx.db, platform.id),
    listCampaignPlaces(ctx.db, { platformId: platform.id }),
    readCampaignSurroundings(ctx, platform),
  ]);
  const byCampaign = Map.groupBy(places, ({ campaignId }) => campaignId);
  const items = rows.map((row) => describeCampaign(row, byCampaign.get(row.id) ?? [], around));
  const order = ['running', 'planned', 'ended'];
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    now: ctx.now().toISOString(),
    states: CAMPAIGN_STATES,
    mayPlan: around.rights.propose,
    items: items.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  };
}
