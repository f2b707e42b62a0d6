import { z } from 'zod';
import { type CampaignOwner, type CampaignPlace, type CampaignRow, listCampaignOwners } from '#db/queries/campaigns.ts';
import { listImprovements } from '#db/queries/improvements.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { standingOf } from '#rubrics/scoring/effect.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { type CampaignSurroundings, describeCampaign, ownerIn, readCampaignSurroundings } from './describe-campaign.ts';
import { forecastEnd, type ProgressDay } from './forecast-end.ts';
import { measureProgress } from './measure-progress.ts';
import { requireCampaign } from './require-campaign.ts';
import { traceProgress } from './trace-progress.ts';

export const readCampaignInput = z.strictObject({ platform: keyField, id: idField });

/** One campaign: every place with how it stands, who sees to what, how it went day by day, and where that leads. */
export async function readCampaign(ctx: Context, input: z.infer<typeof readCampaignInput>) {
  const { platform, campaign, places } = await requireCampaign(ctx, input, ['viewer', 'read']);
  const around = await readCampaignSurroundings(ctx, platform);
  const owners = await listCampaignOwners(ctx.db, { platformId: platform.id, id: campaign.id });
  const improvements = await listImprovements(ctx.db, platform.id);
  const now = ctx.now().toISOString();
  const days = await readDays(ctx, { campaign, places, around, now });
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    now,
    aspects: rubricOf(platform).pack.pack.aspects.map(({ key, name }) => ({ key, name })),
    campaign: describeCampaign(campaign, places, around),
    places: places.map((place) => describePlace(place, around)),
    owners: describeOwners({ places, owners, around }),
    days,
    /** only while it runs */
    forecast: campaign.state === 'running' ? forecastEnd(days) : null,
    improvements: improvements
      .filter(({ campaignId }) => campaignId === campaign.id)
      .map(({ id, title, state, dueOn }) => ({ id, title, state, dueOn })),
  };
}

type Traced = { campaign: CampaignRow; places: CampaignPlace[]; around: CampaignSurroundings; now: string };

/** From its start (while it is planned, from when it was made) to its end, or until now. */
async function readDays(ctx: Context, { campaign, places, around, now }: Traced): Promise<ProgressDay[]> {
  const from = campaign.startedAt ?? campaign.createdAt;
  return traceProgress(ctx.db, around, { places, from, until: campaign.endedAt ?? now });
}

function describePlace({ criterion, capability: key }: CampaignPlace, around: CampaignSurroundings) {
  const known = around.rubric.get(criterion);
  const result = around.results.get(keyOf(criterion, key || null));
  return {
    criterion,
    capability: key || null,
    capabilityName: key === '' ? null : (around.capabilities.get(key)?.name ?? key),
    /** null: the rubric has no such criterion any more */
    title: known?.title ?? null,
    aspect: known?.aspect ?? null,
    level: known?.level ?? null,
    state: result?.state ?? null,
    standing: known === undefined || result === undefined ? null : standingOf(result),
  };
}

type Owned = { places: CampaignPlace[]; owners: CampaignOwner[]; around: CampaignSurroundings };

/** Each capability of a campaign with who sees to it and how far it is; the platform as a whole first. */
function describeOwners({ places, owners, around }: Owned) {
  const groups = [...Map.groupBy(places, ({ capability }) => capability)];
  const described = groups.map(([key, own]) => ({
    capability: key || null,
    capabilityName: key === '' ? null : (around.capabilities.get(key)?.name ?? key),
    ...ownerIn(owners, key, around),
    progress: measureProgress(own, around.results, around.rubric),
  }));
  const place = (key: string | null) => (key === null ? -1 : (around.capabilities.get(key)?.position ?? 1e9));
  return described.toSorted((a, b) => place(a.capability) - place(b.capability));
}
