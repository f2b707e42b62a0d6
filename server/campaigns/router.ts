import { procedure, router } from '../trpc.ts';
import { changeCampaign, changeCampaignInput } from './change-campaign.ts';
import { createCampaign, createCampaignInput } from './create-campaign.ts';
import { listCampaignChoices, listCampaignChoicesInput } from './list-campaign-choices.ts';
import { listCampaigns, listCampaignsInput } from './list-campaigns.ts';
import { moveCampaign, moveCampaignInput } from './move-campaign.ts';
import { readCampaign, readCampaignInput } from './read-campaign.ts';

export const campaignsRouter = router({
  list: procedure.input(listCampaignsInput).query(({ ctx, input }) => listCampaigns(ctx, input)),
  read: procedure.input(readCampaignInput).query(({ ctx, input }) => readCampaign(ctx, input)),
  choices: procedure.input(listCampaignChoicesInput).query(({ ctx, input }) => listCampaignChoices(ctx, input)),
  create: procedure.input(createCampaignInput).mutation(({ ctx, input }) => createCampaign(ctx, input)),
  change: procedure.input(changeCampaignInput).mutation(({ ctx, input }) => changeCampaign(ctx, input)),
  move: procedure.input(moveCampaignInput).mutation(({ ctx, input }) => moveCampaign(ctx, input)),
});
