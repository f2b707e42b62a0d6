import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { readLedger } from './read-ledger.ts';

export const openLedgerInput = z.strictObject({ platform: keyField });

/** The ledger of now, for everybody who may read the platform. */
export async function openLedger(ctx: Context, input: z.infer<typeof openLedgerInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    ...(await readLedger(ctx.db, platform.id, ctx.now().toISOString())),
  };
}
