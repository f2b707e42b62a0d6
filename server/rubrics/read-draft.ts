import { z } from 'zod';
import type { Context } from '../context.ts';
import { findDraft } from './find-draft.ts';
import { isAllowed } from './is-allowed.ts';
import { judgeDraftTask, judgementSchema } from './judge-draft.ts';
import { listPublishers, mayPublish } from './list-publishers.ts';
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
  /** whether one may make it a version oneself */
  mayPublish: z.boolean(),
  /** some of those who may, for whoever cannot and may know them; otherwise null */
  publishers: z.array(z.string()).nullable(),
});

/** A draft with its files, what is wrong with them, and how it differs from the version before. */
export async function readDraft(
  ctx: Context,
  input: z.infer<typeof readDraftInput>,
): Promise<z.infer<typeof draftSchema>> {
  const { platform, draft } = await findDraft(ctx, input);
  const { id, version, basedOnId, basedOnVersion, savedBy, savedAt } = draft;
  const files = readStoredFiles(draft.files);
  const judgement = await ctx.runTask(judgeDraftTask, { files });
  const basedOn = basedOnId === null ? null : `${basedOnId}@${basedOnVersion}`;
  const seesNames = !mayPublish(ctx) && isAllowed(ctx, platform.id, 'editor', 'read');
  return {
    ...{ id, version, basedOn, savedBy, savedAt, files, judgement },
    mayPublish: mayPublish(ctx),
    publishers: seesNames ? await listPublishers(ctx.db) : null,
  };
}
