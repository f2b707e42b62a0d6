import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { SCOPE } from './backlog-rights.ts';
import { checkPlaces } from './check-places.ts';
import { effortOf } from './effort-of.ts';
import { criteriaField } from './improvement-fields.ts';
import { predictEffectTask } from './predict-effect.ts';

export const previewEffectInput = z.strictObject({ platform: keyField, criteria: criteriaField });

/** What meeting some criteria would change, before anything is kept, and the person-days that are estimated for them. */
export async function previewEffect(ctx: Context, input: z.infer<typeof previewEffectInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'owner', SCOPE);
  await checkPlaces(ctx, platform, input.criteria);
  const predicted = await ctx.runTask(predictEffectTask, { platformId: platform.id, criteria: input.criteria });
  return { predicted, effortDays: await effortOf(ctx, platform, input.criteria) };
}
