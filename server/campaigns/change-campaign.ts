import { z } from 'zod';
import { replaceCampaignOwners, replaceCampaignPlaces } from '#db/queries/campaigns.ts';
import { saveVersion } from '#db/queries/save-version.ts';
import { SCOPE } from '../backlog/backlog-rights.ts';
import { dueField, notesField, versionField } from '../backlog/improvement-fields.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { nameField, ownersField, scopeField } from './campaign-fields.ts';
import { expandScope } from './expand-scope.ts';
import { findCampaignOwners } from './find-campaign-owners.ts';
import { changedMeanwhile, type FoundCampaign, requireCampaign, requirePlan } from './require-campaign.ts';

export const changeCampaignInput = z.strictObject({
  platform: keyField,
  id: idField,
  version: versionField,
  name: nameField.optional(),
  notes: notesField.optional(),
  dueOn: dueField.optional(),
  /** chosen anew, only while it is planned: what runs is measured by what it began with */
  scope: scopeField.optional(),
  /** all of them; left out: as they are */
  owners: ownersField.optional(),
});
type Input = z.output<typeof changeCampaignInput>;

/** Changes what a campaign says, until it has ended. */
export async function changeCampaign(ctx: Context, input: Input) {
  const found = await requireCampaign(ctx, input, ['owner', SCOPE]);
  const { platform, campaign, rights } = found;
  requirePlan(
    rights,
    found.places.map(({ capability }) => capability || null),
  );
  if (campaign.version !== input.version) throw changedMeanwhile(campaign);
  if (campaign.state === 'ended')
    throw new AppError('CONFLICT', 'This campaign is over. Take it up again to change it.');
  const places = await placesChange(ctx, found, input);
  const capabilities = (places ?? found.places).map(({ capability }) => capability || null);
  const owners = input.owners && (await findCampaignOwners(ctx, platform.id, { owners: input.owners, capabilities }));
  const { name, notes, dueOn } = input;
  const given = Object.entries({ name, notes, dueOn }).filter(
    ([field, value]) => value !== undefined && value !== Reflect.get(campaign, field),
  );
  const changed = Object.fromEntries(given);
  const names = [...Object.keys(changed), ...(places ? ['scope'] : []), ...(owners ? ['owners'] : [])];
  if (names.length === 0) return { id: campaign.id, version: campaign.version };
  await ctx.db.transaction().execute(async (trx) => {
    const change = { ...changed, updatedAt: ctx.now().toISOString() };
    if (!(await saveVersion(trx, 'campaign', campaign, change))) throw changedMeanwhile(campaign);
    if (places) await replaceCampaignPlaces(trx, campaign.id, places);
    if (owners) await replaceCampaignOwners(trx, campaign.id, owners);
    const before = Object.fromEntries(given.map(([field]) => [field, Reflect.get(campaign, field)]));
    const detail = { changed: names, before, after: changed, scope: input.scope, owners: input.owners };
    await recordAudit(trx, ctx, { action: 'campaign.change', platformId: platform.id, subject: campaign.id, detail });
  });
  return { id: campaign.id, version: campaign.version + 1 };
}

async function placesChange(ctx: Context, { platform, campaign, rights }: FoundCampaign, { scope }: Input) {
  if (scope === undefined) return null;
  if (campaign.state !== 'planned') {
    throw new AppError('CONFLICT', 'What runs keeps its criteria. End it and plan another one.');
  }
  const places = await expandScope(ctx, platform, scope);
  requirePlan(
    rights,
    places.map(({ capability }) => capability),
  );
  return places.map(({ criterion, capability }) => ({ criterion, capability: capability ?? '' }));
}
