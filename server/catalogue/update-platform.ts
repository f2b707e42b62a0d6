import { z } from 'zod';
import { savePlatform } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { keyField, monthField, nameField, timeZoneField } from './fields.ts';
import { findPlatform } from './find-platform.ts';

export const updatePlatformInput = z.strictObject({
  platform: keyField,
  name: nameField,
  timeZone: timeZoneField,
  fiscalYearStartMonth: monthField,
});

/** Name, time zone and fiscal year. The key stays: it is in every link. */
export async function updatePlatform(ctx: Context, input: z.infer<typeof updatePlatformInput>) {
  const { platform: key, ...change } = input;
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'admin', 'catalogue:write');
  await ctx.db.transaction().execute(async (trx) => {
    await savePlatform(trx, platform.id, change);
    await recordAudit(trx, ctx, { action: 'platform.update', platformId: platform.id, subject: key, detail: change });
  });
  return { key };
}
