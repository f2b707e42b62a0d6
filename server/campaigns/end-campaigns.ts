import type { Kysely } from 'kysely';
import { listCampaignPlaces, listRunningCampaigns } from '#db/queries/campaigns.ts';
import { saveVersion } from '#db/queries/save-version.ts';
import type { Database } from '#db/schema.ts';
import type { resultsByPlace } from '#rubrics/scoring/effect.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import { measureProgress } from './measure-progress.ts';

type Scored = { criteria: ReadonlySet<string>; results: ReturnType<typeof resultsByPlace> };

/** After each scoring: a campaign that runs ends when evidence shows every place of it that is in force where one wants it. */
export async function endCampaigns(
  { db, now }: { db: Kysely<Database>; now: Context['now'] },
  platformId: string,
  { criteria, results }: Scored,
): Promise<void> {
  const running = await listRunningCampaigns(db, platformId);
  if (running.length === 0) return;
  const places = Map.groupBy(await listCampaignPlaces(db, { platformId }), ({ campaignId }) => campaignId);
  const ctx = { db, now, actor: { kind: 'system', name: 'evaluation' } } as const;
  for (const campaign of running) {
    const { of, reached } = measureProgress(places.get(campaign.id) ?? [], results, criteria);
    if (of === 0 || reached < of) continue;
    const at = now().toISOString();
    await db.transaction().execute(async (trx) => {
      const change = { state: 'ended', endedAt: at, endedBy: 'evidence', updatedAt: at } as const;
      // whoever changed it meanwhile goes first; the next scoring looks at it anew
      if (!(await saveVersion(trx, 'campaign', campaign, change))) return;
      const detail = { from: 'running', to: 'ended', reached, of };
      await recordAudit(trx, ctx, { action: 'campaign.move', platformId, subject: campaign.id, detail });
    });
  }
}
