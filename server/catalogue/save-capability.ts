import type { z } from 'zod';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { capabilityChange } from './capability-change.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';
import { keepSettings } from './read-settings.ts';
import { writeCapability } from './write-capability.ts';

export const saveCapabilityInput = capabilityChange.extend({ platform: keyField });

/** Adds a capability, or changes what is given of one; what is left out stays, or comes from the pack's catalogue. */
export async function saveCapability(ctx: Context, input: z.infer<typeof saveCapabilityInput>) {
  const { platform: platformKey, ...change } = input;
  const platform = await findPlatform(ctx, platformKey);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  const written = await ctx.db.transaction().execute(async (trx) => {
    await keepSettings(trx, platform.id, ctx.now());
    return writeCapability(trx, ctx, { platform, change });
  });
  if (written !== 'same') await ctx.rescore(platform.id);
  return { key: input.key, added: written === 'add' };
}
