import { z } from 'zod';
import { listAttestations as listRows } from '#db/queries/attestations.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';

export const listAttestationsInput = z.strictObject({
  platform: keyField,
  criterion: z.string().max(20).optional(),
  /** null: only what is about the platform as a whole */
  capability: keyField.nullable().optional(),
});

/** The answers given on a platform, the newest first. */
export async function listAttestations(ctx: Context, input: z.infer<typeof listAttestationsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { criterion, capability } = input;
  const rows = await listRows(ctx.db, { platformId: platform.id, criterion, capability });
  return rows.map(
    ({ platformId: _platform, answeredBy, reviewedBy, answererName, reviewerName, selfApproved, ...row }) => ({
      ...row,
      answeredBy: answererName ?? answeredBy,
      reviewedBy: reviewerName ?? reviewedBy,
      selfApproved: selfApproved === 1,
    }),
  );
}
