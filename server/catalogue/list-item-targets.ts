import { z } from 'zod';
import { listItemTargets as listRows } from '#db/queries/item-targets.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';

export const listItemTargetsInput = z.strictObject({ platform: keyField });

/** What people have set for single criteria; every other aims as its cell does. */
export async function listItemTargets(ctx: Context, input: z.infer<typeof listItemTargetsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rows = await listRows(ctx.db, [platform.id]);
  return rows.map(({ capability, criterion, value }) => ({ capability, criterion, value }));
}
