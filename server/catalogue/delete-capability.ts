import { z } from 'zod';
import { deleteCapabilityRow, findCapability } from '#db/queries/catalogue.ts';
import { countUsesOfCapability } from '#db/queries/uses.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { capabilityIsNeeded } from './describe-uses.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';
import { keepSettings } from './read-settings.ts';

export const deleteCapabilityInput = z.strictObject({ platform: keyField, capability: keyField });

/** Takes away a capability that nothing rests on, such as one added by mistake. What history names can be archived. */
export async function deleteCapability(ctx: Context, input: z.infer<typeof deleteCapabilityInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  const key = input.capability;
  await ctx.db.transaction().execute(async (trx) => {
    await keepSettings(trx, platform.id, ctx.now());
    const capability = await findCapability(trx, platform.id, key);
    if (capability === undefined) throw new AppError('NOT_FOUND', `This platform has no capability "${key}".`);
    const needed = capabilityIsNeeded(capability.name, await countUsesOfCapability(trx, platform.id, key));
    if (needed !== null) throw new AppError('CONFLICT', needed);
    await deleteCapabilityRow(trx, platform.id, key);
    const detail = { name: capability.name };
    await recordAudit(trx, ctx, { action: 'capability.delete', platformId: platform.id, subject: key, detail });
  });
  await ctx.rescore(platform.id);
  return { key };
}
