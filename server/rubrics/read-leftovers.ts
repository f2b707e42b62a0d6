import { z } from 'zod';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { leftoverSchema, listLeftovers } from './list-leftovers.ts';
import { rubricOf } from './rubric-of.ts';

export const readLeftoversInput = z.strictObject({ platform: z.string() });

export const leftoversSchema = z.strictObject({ leftovers: z.array(leftoverSchema) });

/** What people said or planned about criteria that are no longer in the rubric of a platform. It is kept, and no score sees it. */
export async function readLeftovers(
  ctx: Context,
  input: z.infer<typeof readLeftoversInput>,
): Promise<z.infer<typeof leftoversSchema>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { pack } = rubricOf(platform);
  const at = ctx.now().toISOString();
  const left = await listLeftovers(ctx.db, { platformId: platform.id, at, from: pack, to: pack });
  // what was carried over is kept for a way back, and is no leftover
  return { leftovers: left.filter(({ carriedTo }) => carriedTo === null) };
}
