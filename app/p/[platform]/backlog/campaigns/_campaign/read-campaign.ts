import { cache } from 'react';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';

const read = cache(async (platform: string, id: string) => found((await api()).campaigns.read({ platform, id })));

/** What the page of a campaign and its title show, read once a request. */
export const readCampaign = ({ platform, campaign }: { platform: string; campaign: string }) =>
  read(platform, campaign);
