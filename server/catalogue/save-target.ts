import { z } from 'zod';
import { deleteTarget, findCapability, saveTargetRow } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { keyField } from './fields.ts';
import { findPlatform } from './find-platform.ts';
import { keepSettings } from './read-settings.ts';

export const saveTargetInput = z.strictObject({
  platform: keyField,
  capability: keyField,
  aspect: keyField,
  /** null: back to the pack's default */
  level: z.int().nullable(),
});

/** The level that a cell aims at. */
export async function saveTarget(ctx: Context, input: z.infer<typeof saveTargetInput>) {
  const { capability, aspect, level } = input;
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  const { pack } = rubricOf(platform).pack;
  if (!pack.aspects.some(({ key }) => key === aspect))
    throw new AppError('BAD_REQUEST', `There is no aspect "${aspect}".`);
  if (level !== null && !pack.levels.some((known) => known.level === level)) {
    throw new AppError(
      'BAD_REQUEST',
      `A target is one of the levels ${pack.levels.map((known) => known.level).join(', ')}.`,
    );
  }
  if ((await findCapability(ctx.db, platform.id, capability)) === undefined) {
    throw new AppError('NOT_FOUND', `This platform has no capability "${capability}".`);
  }
  await ctx.db.transaction().execute(async (trx) => {
    await keepSettings(trx, platform.id, ctx.now());
    const cell = { platformId: platform.id, capability, aspect };
    if (level === null) await deleteTarget(trx, cell);
    else await saveTargetRow(trx, { ...cell, level });
    await recordAudit(trx, ctx, {
      action: 'target.set',
      platformId: platform.id,
      subject: `${capability}/${aspect}`,
      detail: { level },
    });
  });
  await ctx.rescore(platform.id);
  return { capability, aspect, level };
}
