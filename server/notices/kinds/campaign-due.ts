import { type CampaignOwner, listCampaignOwners, listCampaignPlaces, listCampaigns } from '#db/queries/campaigns.ts';
import { readCampaignSurroundings } from '../../campaigns/describe-campaign.ts';
import { measureProgress } from '../../campaigns/measure-progress.ts';
import { english } from '../english.ts';
import { spokespersons } from '../list-readers.ts';
import { warningAt } from './expiry.ts';
import { type Finding, HOUR_MS, isNews, type NoticeKind, type Reader } from './notice-kind.ts';

/** Campaigns that run and are due soon or overdue, for who planned them and for whom something in them still waits. */
export const campaignDue: NoticeKind = {
  byDefault: true,
  least: 'owner',
  apartMs: 20 * HOUR_MS,
  find: async ({ ctx, platform, readers }) => {
    const due = (await listCampaigns(ctx.db, platform.id)).flatMap((campaign) => {
      const endsAt = `${campaign.dueOn}T23:59:59.999Z`;
      const overdue = endsAt <= ctx.now().toISOString() && isNews(endsAt, ctx.now()) ? 'overdue' : null;
      const occasion = campaign.state === 'running' ? (warningAt(endsAt, ctx.now()) ?? overdue) : null;
      return occasion === null ? [] : [{ campaign, endsAt, occasion }];
    });
    if (due.length === 0) return [];
    const words = english.kinds['campaign-due'];
    const around = await readCampaignSurroundings(ctx, platform);
    const findings: Finding[] = [];
    for (const { campaign, endsAt, occasion } of due) {
      const of = { platformId: platform.id, id: campaign.id };
      const [places, owners] = await Promise.all([listCampaignPlaces(ctx.db, of), listCampaignOwners(ctx.db, of)]);
      const progress = measureProgress(places, around.results, around.rubric);
      const day = english.day(endsAt, 'UTC');
      const detail = words.line(progress, day, occasion === 'overdue');
      const waiting = [...Map.groupBy(places, ({ capability }) => capability)].filter(([, own]) => {
        const { of: all, reached } = measureProgress(own, around.results, around.rubric);
        return reached < all;
      });
      const to = waiting.flatMap(([capability]) => seesTo(readers, { owners, capability, around }));
      const planner = spokespersons(readers, { by: campaign.createdBy, team: null });
      const line = { title: campaign.name, detail, path: `/p/${platform.key}/backlog/campaigns/${campaign.id}` };
      findings.push({ subject: campaign.id, occasion, to: [...new Set([...planner, ...to])], line });
    }
    return findings;
  },
};

type Seen = {
  owners: readonly CampaignOwner[];
  capability: string;
  around: Awaited<ReturnType<typeof readCampaignSurroundings>>;
};

/** Whoever was named for a capability, else those who speak for the team that owns it. */
function seesTo(readers: Reader[], { owners, capability, around }: Seen): string[] {
  const named = owners.find((one) => one.capability === capability);
  if (named?.ownerUserId) return readers.filter(({ id }) => id === named.ownerUserId).map(({ id }) => id);
  const team = named?.ownerTeamId ?? around.capabilities.get(capability)?.ownerTeamId ?? null;
  return spokespersons(readers, { by: '', team });
}
