import { z } from 'zod';
import type { Context } from '../context.ts';
import { requireAdmin } from '../people/permissions.ts';
import { insertPlatform, newPlatformFields } from './insert-platform.ts';

export const createPlatformInput = z.strictObject(newPlatformFields);

/** A further platform. Only whoever administers the whole deployment may add one. */
export async function createPlatform(ctx: Context, input: z.infer<typeof createPlatformInput>) {
  requireAdmin(ctx, 'admin');
  const id = await ctx.db.transaction().execute((trx) => insertPlatform(trx, ctx, input));
  await ctx.rescore(id);
  return { key: input.key };
}
