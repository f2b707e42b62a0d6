import { z } from 'zod';
import { instantField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { scoreAsOf } from './score-as-of.ts';

export const readBundleInput = z.strictObject({ platform: z.string(), asOf: instantField.optional() });

/** Everything that a score rests on beside the rubric, at one instant (absent: now), as canonical JSON. */
export async function readBundle(ctx: Context, input: z.infer<typeof readBundleInput>): Promise<string> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { bundle } = await scoreAsOf(ctx, platform, input.asOf ?? ctx.now().toISOString());
  return bundle.text;
}
