import { z } from 'zod';
import { listCapabilities as listRows } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';

export const listCapabilitiesInput = z.strictObject({ platform: keyField });

/** Every capability of a platform, archived ones too, in the order in which they are shown. */
export async function listCapabilities(ctx: Context, input: z.infer<typeof listCapabilitiesInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rows = await listRows(ctx.db, platform.id);
  return rows.map(({ key, name, description, ownerTeam, provider, consumption, mandatory, weight, state }) => ({
    key,
    name,
    description,
    ownerTeam,
    provider,
    consumption,
    mandatory: mandatory === 1,
    weight,
    state,
  }));
}
