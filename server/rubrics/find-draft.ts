import { findRubricDraft, type RubricDraft } from '#db/queries/rubrics.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';

/** A draft for somebody who may write rubrics on its platform; to everybody else it does not exist. */
export async function findDraft(
  ctx: Context,
  input: { platform: string; draft: string },
): Promise<{ platform: Platform; draft: RubricDraft }> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'rubrics:write');
  const draft = await findRubricDraft(ctx.db, platform.id, input.draft);
  if (draft === undefined)
    throw new AppError('NOT_FOUND', 'There is no such draft. It may have been published or discarded.');
  return { platform, draft };
}

export const changedMeanwhile = () =>
  new AppError(
    'CONFLICT',
    'Somebody else changed this draft while you were writing. Keep a copy of your text, read theirs, then save again.',
  );
