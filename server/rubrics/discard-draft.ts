import { z } from 'zod';
import { deleteVersion } from '#db/queries/save-version.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../people/record-audit.ts';
import { changedMeanwhile, findDraft } from './find-draft.ts';

export const discardDraftInput = z.strictObject({
  platform: z.string(),
  draft: z.string(),
  /** of the draft, as it was read */
  version: z.int(),
});

export const discardDraftOutput = z.strictObject({ discarded: z.literal(true) });

/** Throws a draft away. What was published stays. */
export async function discardDraft(
  ctx: Context,
  input: z.infer<typeof discardDraftInput>,
): Promise<z.infer<typeof discardDraftOutput>> {
  const { platform, draft } = await findDraft(ctx, input);
  await ctx.db.transaction().execute(async (trx) => {
    if (!(await deleteVersion(trx, 'rubricDraft', { id: draft.id, version: input.version }))) throw changedMeanwhile();
    await recordAudit(trx, ctx, { action: 'rubric.discard', platformId: platform.id, subject: draft.id });
  });
  return { discarded: true };
}
