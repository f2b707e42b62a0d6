import { z } from 'zod';
import { listTargets as listRows } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';

export const listTargetsInput = z.strictObject({ platform: keyField });

/** The targets that people have set; every other cell has the pack's default. */
export async function listTargets(ctx: Context, input: z.infer<typeof listTargetsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  return listRows(ctx.db, platform.id);
}
