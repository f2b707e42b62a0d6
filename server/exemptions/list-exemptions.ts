import { z } from 'zod';
import { listExemptions as listRows } from '#db/queries/exemptions.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';

export const listExemptionsInput = z.strictObject({
  platform: keyField,
  criterion: z.string().max(20).optional(),
  /** null: only what is about the platform as a whole */
  capability: keyField.nullable().optional(),
});

/** Exemptions and not-applicable requests of a platform with their decisions, the newest first. */
export async function listExemptions(ctx: Context, input: z.infer<typeof listExemptionsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { criterion, capability } = input;
  const rows = await listRows(ctx.db, { platformId: platform.id, criterion, capability });
  return rows.map(
    ({ platformId: _platform, requestedBy, decidedBy, requesterName, deciderName, selfApproved, ...row }) => ({
      ...row,
      requestedBy: requesterName ?? requestedBy,
      decidedBy: deciderName ?? decidedBy,
      selfApproved: selfApproved === 1,
    }),
  );
}
