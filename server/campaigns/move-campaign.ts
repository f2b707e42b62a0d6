import { z } from 'zod';
import { saveVersion } from '#db/queries/save-version.ts';
import { SCOPE } from '../backlog/backlog-rights.ts';
import { versionField } from '../backlog/improvement-fields.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { movesFrom } from './campaign-fields.ts';
import { changedMeanwhile, requireCampaign, requirePlan } from './require-campaign.ts';

export const moveCampaignInput = z.strictObject({
  platform: keyField,
  id: idField,
  version: versionField,
  state: z.enum(['running', 'ended']),
});

/** Starts a campaign, ends it before everything is met, or takes it up again. */
export async function moveCampaign(ctx: Context, input: z.output<typeof moveCampaignInput>) {
  const { platform, campaign, places, rights } = await requireCampaign(ctx, input, ['owner', SCOPE]);
  requirePlan(
    rights,
    places.map(({ capability }) => capability || null),
  );
  if (campaign.version !== input.version) throw changedMeanwhile(campaign);
  const { id, version, state: from, startedAt } = campaign;
  const { state } = input;
  if (!movesFrom(from).includes(state)) throw new AppError('CONFLICT', `“${campaign.name}” is ${from} already.`);
  const at = ctx.now().toISOString();
  const times =
    state === 'running'
      ? { startedAt: startedAt ?? at, endedAt: null, endedBy: null }
      : { endedAt: at, endedBy: 'person' as const };
  await ctx.db.transaction().execute(async (trx) => {
    if (!(await saveVersion(trx, 'campaign', campaign, { state, updatedAt: at, ...times })))
      throw changedMeanwhile(campaign);
    const detail = { from, to: state };
    await recordAudit(trx, ctx, { action: 'campaign.move', platformId: platform.id, subject: id, detail });
  });
  return { id, version: version + 1, state };
}
