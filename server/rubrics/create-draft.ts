import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { insertRubricDraft, listRubricDrafts } from '#db/queries/rubrics.ts';
import type { PackText } from '#rubrics/parse-pack.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { writerOf } from '../people/writer-of.ts';
import { filesOfRubric } from './files-of-rubric.ts';
import { packFilesField, writeStoredFiles } from './rubric-files.ts';
import { findVersion, versionField } from './version-name.ts';

const MOST_DRAFTS = 20;

export const createDraftInput = z.strictObject({
  platform: z.string(),
  /** begins as a copy of this version, such as `cncf-platform@1.0.0` … */
  from: versionField.optional(),
  /** … or from these files; one of the two */
  files: packFilesField.optional(),
});

export const createDraftOutput = z.strictObject({ id: z.string(), version: z.int() });

/** Begins a draft of a rubric. No score rests on it, and nobody but editors of this platform sees it. */
export async function createDraft(
  ctx: Context,
  input: z.infer<typeof createDraftInput>,
): Promise<z.infer<typeof createDraftOutput>> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', 'rubrics:write');
  const { files, basedOnId, basedOnVersion } = await readStart(ctx, input);
  const id = randomUUID();
  const { name, id: savedById } = writerOf(ctx);
  const row = {
    ...{ id, platformId: platform.id, basedOnId, basedOnVersion, version: 1 },
    ...{ files: writeStoredFiles(files), savedBy: name, savedById, savedAt: ctx.now().toISOString() },
  };
  await ctx.db.transaction().execute(async (trx) => {
    if ((await listRubricDrafts(trx, platform.id)).length >= MOST_DRAFTS) {
      throw new AppError('CONFLICT', `There are ${MOST_DRAFTS} drafts already. Publish or discard one first.`);
    }
    await insertRubricDraft(trx, row);
    const detail = { from: input.from ?? null, files: files.map(({ file }) => file) };
    await recordAudit(trx, ctx, { action: 'rubric.draft', platformId: platform.id, subject: id, detail });
  });
  return { id, version: 1 };
}

type Start = { files: PackText[]; basedOnId: string | null; basedOnVersion: string | null };

async function readStart({ db }: Context, { from, files }: z.infer<typeof createDraftInput>): Promise<Start> {
  if ((from === undefined) === (files === undefined)) {
    throw new AppError('BAD_REQUEST', 'Begin with a copy of a version, or with files: one of the two.');
  }
  if (files !== undefined) return { files, basedOnId: null, basedOnVersion: null };
  const rubric = await findVersion(db, from ?? '');
  return { files: await filesOfRubric(db, rubric), basedOnId: rubric.id, basedOnVersion: rubric.version };
}
