import type { z } from 'zod';
import type { Context } from '../context.ts';
import { keyField } from './fields.ts';
import { saveTargets, targetField } from './save-targets.ts';

export const saveTargetInput = targetField.extend({ platform: keyField });

/** The level that one cell aims at. */
export async function saveTarget(ctx: Context, { platform, ...target }: z.infer<typeof saveTargetInput>) {
  await saveTargets(ctx, { platform, targets: [target] });
  return target;
}
