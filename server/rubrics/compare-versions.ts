import { z } from 'zod';
import { compareRubrics, type Difference } from '#rubrics/versions/compare-rubrics.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { findVersion, versionField } from './version-name.ts';

export const compareVersionsInput = z.strictObject({
  platform: z.string(),
  /** such as `cncf-platform@1.0.0` */
  from: versionField,
  to: versionField,
});

/** What differs between two versions, readable. */
export async function compareVersions(ctx: Context, input: z.infer<typeof compareVersionsInput>): Promise<Difference> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const [before, after] = [await findVersion(ctx.db, input.from), await findVersion(ctx.db, input.to)];
  return compareRubrics(before.pack, after.pack);
}
