import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { SCOPE } from '../backlog/backlog-rights.ts';
import { listOwners } from '../backlog/list-owners.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export const listCampaignChoicesInput = z.strictObject({ platform: keyField });

/** What a campaign may be about, and who could see to it. */
export async function listCampaignChoices(ctx: Context, input: z.infer<typeof listCampaignChoicesInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', SCOPE);
  const { pack } = rubricOf(platform);
  const [capabilities, owners] = await Promise.all([
    listCapabilities(ctx.db, platform.id),
    listOwners(ctx.db, platform.id),
  ]);
  return {
    aspects: pack.pack.aspects.map(({ key, name }) => ({ key, name })),
    criteria: pack.criteria.map(({ id, title, aspect, level, role }) => ({ id, title, aspect, level, role })),
    capabilities: capabilities.flatMap(({ key, name, state }) =>
      state === 'archived' ? [] : [{ key, name, offered: state === 'offered' }],
    ),
    ...owners,
  };
}
