import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { insertCampaign, listCampaigns, replaceCampaignOwners, replaceCampaignPlaces } from '#db/queries/campaigns.ts';
import { readRights, SCOPE } from '../backlog/backlog-rights.ts';
import { dueField, notesField } from '../backlog/improvement-fields.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { nameField, ownersField, scopeField } from './campaign-fields.ts';
import { expandScope } from './expand-scope.ts';
import { findCampaignOwners } from './find-campaign-owners.ts';
import { requirePlan } from './require-campaign.ts';

export const createCampaignInput = z.strictObject({
  platform: keyField,
  name: nameField,
  notes: notesField.default(''),
  dueOn: dueField,
  scope: scopeField,
  owners: ownersField.default([]),
});

/** More than anybody drives; everybody who lists them sees them all, measured. */
const MOST_OPEN = 100;

/** Plans a campaign over the places that its scope means today. It begins when somebody starts it. */
export async function createCampaign(ctx: Context, input: z.output<typeof createCampaignInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', SCOPE);
  const open = (await listCampaigns(ctx.db, platform.id)).filter(({ state }) => state !== 'ended');
  if (open.length >= MOST_OPEN) {
    throw new AppError('CONFLICT', `There are ${MOST_OPEN} campaigns that have not ended. End one of them first.`);
  }
  const { name, notes, dueOn, scope } = input;
  const places = await expandScope(ctx, platform, scope);
  const capabilities = places.map(({ capability }) => capability);
  requirePlan(await readRights(ctx, platform.id), capabilities);
  const owners = await findCampaignOwners(ctx, platform.id, { owners: input.owners, capabilities });
  const id = randomUUID();
  const at = ctx.now().toISOString();
  const createdBy = await accountOf(ctx);
  await ctx.db.transaction().execute(async (trx) => {
    await insertCampaign(trx, {
      ...{ id, platformId: platform.id, name, notes, dueOn, state: 'planned', version: 1 },
      ...{ createdBy, createdAt: at, updatedAt: at, startedAt: null, endedAt: null, endedBy: null },
    });
    await replaceCampaignPlaces(
      trx,
      id,
      places.map(({ criterion, capability }) => ({ criterion, capability: capability ?? '' })),
    );
    await replaceCampaignOwners(trx, id, owners);
    const detail = { name, dueOn, scope, places: places.length };
    await recordAudit(trx, ctx, { action: 'campaign.create', platformId: platform.id, subject: id, detail });
  });
  return { id, version: 1, state: 'planned' as const, places: places.length };
}
