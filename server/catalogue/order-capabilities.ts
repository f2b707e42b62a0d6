import { z } from 'zod';
import { listCapabilities, savePosition } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';
import { keepSettings } from './read-settings.ts';

export const orderCapabilitiesInput = z.strictObject({
  platform: keyField,
  /** the first ones, in their order; what is not named follows in the order that it has */
  order: z.array(keyField).min(1).max(500),
});

/** The order in which capabilities are shown everywhere. It changes no score. */
export async function orderCapabilities(ctx: Context, input: z.infer<typeof orderCapabilitiesInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  const order = await ctx.db.transaction().execute(async (trx) => {
    await keepSettings(trx, platform.id, ctx.now());
    const rows = await listCapabilities(trx, platform.id);
    const wanted = [...new Set(input.order)];
    const unknown = wanted.find((key) => !rows.some((row) => row.key === key));
    if (unknown !== undefined) throw new AppError('NOT_FOUND', `This platform has no capability "${unknown}".`);
    const all = [...wanted, ...rows.map(({ key }) => key).filter((key) => !wanted.includes(key))];
    const before = new Map(rows.map(({ key, position }) => [key, position]));
    for (const [position, key] of all.entries()) {
      if (before.get(key) !== position) await savePosition(trx, platform.id, key, position);
    }
    const change = { action: 'capability.order', platformId: platform.id, subject: platform.key };
    await recordAudit(trx, ctx, { ...change, detail: { order: all } });
    return all;
  });
  await ctx.rescore(platform.id);
  return { order };
}
