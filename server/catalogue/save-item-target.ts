import { z } from 'zod';
import { findCapability } from '#db/queries/catalogue.ts';
import { deleteItemTarget, listItemTargets, saveItemTargetRow } from '#db/queries/item-targets.ts';
import { answersOf } from '#rubrics/answers-of.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { keyField } from './fields.ts';
import { findPlatform, type Platform } from './find-platform.ts';
import { keepSettings } from './read-settings.ts';

export const saveItemTargetInput = z.strictObject({
  platform: keyField,
  capability: keyField,
  criterion: z.string().max(20),
  /** what one of its answers counts; null: as the cell aims */
  value: z.number().min(0).max(9).nullable(),
});
type Input = z.infer<typeof saveItemTargetInput>;

/** What a single criterion aims at for one capability, in a rubric that adds up answers. */
export async function saveItemTarget(ctx: Context, input: Input) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'catalogue:write');
  const { capability, criterion, value } = input;
  const place = { platformId: platform.id, capability, criterion };
  const changed = await ctx.db.transaction().execute(async (trx) => {
    await keepSettings(trx, platform.id, ctx.now());
    requireItem(platform, input);
    if ((await findCapability(trx, platform.id, capability)) === undefined)
      throw new AppError('NOT_FOUND', `This platform has no capability "${capability}".`);
    const held = await listItemTargets(trx, [platform.id]);
    const before = held.find((one) => one.capability === capability && one.criterion === criterion)?.value ?? null;
    if (before === value) return false;
    if (value === null) await deleteItemTarget(trx, place);
    else await saveItemTargetRow(trx, { ...place, value });
    const subject = `${capability}/${criterion}`;
    await recordAudit(trx, ctx, { action: 'target.set', platformId: platform.id, subject, detail: { before, value } });
    return true;
  });
  if (changed) await ctx.rescore(platform.id);
  return { capability, criterion, value };
}

function requireItem(platform: Platform, { criterion: id, value }: Input): void {
  const rubric = rubricOf(platform);
  const criterion = rubric.pack.criteria.find((one) => one.id === id);
  if (criterion === undefined) throw new AppError('NOT_FOUND', `There is no criterion "${id}" in this rubric.`);
  if (rubric.rollUp === 'gated') {
    throw new AppError('BAD_REQUEST', 'In this rubric cells have targets, and single criteria have none.');
  }
  const answers = 'attestation' in criterion.test ? answersOf(criterion.test, rubric.pack.pack.answer_sets) : null;
  const values = answers?.map((answer) => answer.value) ?? [0, 1];
  if (value !== null && !values.includes(value)) {
    throw new AppError('BAD_REQUEST', `A target of ${id} is what an answer counts: ${values.join(', ')}.`);
  }
}
