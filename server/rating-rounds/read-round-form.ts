import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listOwners } from '../backlog/list-owners.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { ratedAspects } from './open-round.ts';
import { SCOPE } from './round.ts';

export const readRoundFormInput = z.strictObject({ platform: keyField });

/** What a round could rate and whom it could ask: people with a role on this platform, by name. */
export async function readRoundForm(ctx: Context, input: z.infer<typeof readRoundFormInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', SCOPE);
  const [capabilities, { people }] = await Promise.all([
    listCapabilities(ctx.db, platform.id),
    listOwners(ctx.db, platform.id),
  ]);
  return {
    aspects: ratedAspects(platform).map(({ key, name }) => ({ key, name })),
    capabilities: capabilities.flatMap(({ key, name, state }) => (state === 'archived' ? [] : [{ key, name }])),
    people,
  };
}
