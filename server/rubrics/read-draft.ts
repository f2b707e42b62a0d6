import { z } from 'zod';
import type { Context } from '../context.ts';
import { findDraft } from './find-draft.ts';
import { judgeDraftTask, judgementSchema } from './judge-draft.ts';
import { readStoredFiles } from './rubric-files.ts';

export const readDraftInput = z.strictObject({ platform: z.string(), draft: z.string() });

export const draftSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  /** the version that it began as, such as `cncf-platform@1.0.0` */
  basedOn: z.string().nullable(),
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
  files: z.array(z.strictObject({ file: z.string(), text: z.string() })),
  judgement: judgementSchema,
});

/** A draft with its files, what is wrong with them, and how it differs from the version before. */
export async function readDraft(
  ctx: Context,
  input: z.infer<typeof readDraftInput>,
): Promise<z.infer<typeof draftSchema>> {
  const { draft } = await findDraft(ctx, input);
  const { id, version, basedOnId, basedOnVersion, savedBy, savedAt } = draft;
  const files = readStoredFiles(draft.files);
  const judgement = await ctx.runTask(judgeDraftTask, { files });
  const basedOn = basedOnId === null ? null : `${basedOnId}@${basedOnVersion}`;
  return { id, version, basedOn, savedBy, savedAt, files, judgement };
}
