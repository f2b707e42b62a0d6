import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';
import { keepSettings } from './read-settings.ts';
import { targetChecker, writeTargets } from './write-targets.ts';

/** `level` null: back to the pack's default. */
export const targetField = z.strictObject({ capability: keyField, aspect: keyField, level: z.int().nullable() });

export const saveTargetsInput = z.strictObject({
  platform: keyField,
  targets: z.array(targetField).min(1).max(1000),
});

/** The levels that cells aim at, all or none of them; the platform is scored anew once. */
export async function saveTargets(ctx: Context, input: z.infer<typeof saveTargetsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  const last = new Map(input.targets.map((target) => [`${target.capability}/${target.aspect}`, target]));
  const targets = [...last.values()];
  const changed = await ctx.db.transaction().execute(async (trx) => {
    await keepSettings(trx, platform.id, ctx.now());
    const check = await targetChecker(trx, platform);
    for (const target of targets) {
      const problem = check(target);
      if (problem !== null) throw new AppError('BAD_REQUEST', problem.reason);
    }
    return writeTargets(trx, ctx, { platformId: platform.id, targets });
  });
  if (changed > 0) await ctx.rescore(platform.id);
  return { changed };
}
