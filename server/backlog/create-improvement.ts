import { z } from 'zod';
import { requireOpenCampaign } from '../campaigns/require-campaign.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { accountOf } from '../people/account-of.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { SCOPE } from './backlog-rights.ts';
import { checkPlaces } from './check-places.ts';
import { effortOf } from './effort-of.ts';
import { findOwner } from './find-owner.ts';
import { criteriaField, dueField, effortField, notesField, ownerField, titleField } from './improvement-fields.ts';
import { insertProposal } from './insert-proposal.ts';
import { predictEffectTask } from './predict-effect.ts';
import { withStatesNow } from './states-now.ts';

export const createImprovementInput = z.strictObject({
  platform: keyField,
  title: titleField,
  notes: notesField.default(''),
  /** what it should flip */
  criteria: criteriaField,
  owner: ownerField.nullable().default(null),
  dueOn: dueField.nullable().default(null),
  /** left out: what is estimated for the criteria, or else the rubric gives */
  effortDays: effortField.nullable().optional(),
  /** the campaign that it belongs to */
  campaign: idField.nullable().optional(),
});

/** Proposes an improvement, with its predicted effect on the evidence of now. Every owner may, for any capability. */
export async function createImprovement(ctx: Context, input: z.output<typeof createImprovementInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', SCOPE);
  const { title, notes, dueOn, criteria } = input;
  await checkPlaces(ctx, platform, criteria);
  const owner = await findOwner(ctx, platform.id, input.owner);
  if (input.campaign) await requireOpenCampaign(ctx, platform.id, input.campaign);
  const predicted = await ctx.runTask(predictEffectTask, { platformId: platform.id, criteria });
  const rows = await withStatesNow(ctx, platform.id, criteria);
  const effortDays = input.effortDays === undefined ? await effortOf(ctx, platform, criteria) : input.effortDays;
  const said = { title, notes, dueOn, criteria, effortDays, campaignId: input.campaign ?? null };
  const createdBy = await accountOf(ctx);
  const id = await ctx.db
    .transaction()
    .execute((trx) =>
      insertProposal({ ...ctx, db: trx }, { platformId: platform.id, ...said, owner, rows, predicted, createdBy }),
    );
  return { id, version: 1, state: 'proposed' as const, effortDays, predicted };
}
