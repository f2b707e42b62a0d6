import { z } from 'zod';
import { saveVersion } from '#db/queries/save-version.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { writerOf } from '../people/writer-of.ts';
import { changedMeanwhile, findDraft } from './find-draft.ts';
import { fileNameField, fileTextField, readStoredFiles, writeStoredFiles } from './rubric-files.ts';

export const saveDraftFileInput = z.strictObject({
  platform: z.string(),
  draft: z.string(),
  /** of the draft, as it was read */
  version: z.int(),
  file: fileNameField,
  /** null: the file goes */
  text: fileTextField.nullable(),
});

export const saveDraftFileOutput = z.strictObject({ version: z.int() });

/** Writes one file of a draft. Of two people who write at once the second is told, and nothing of the first is lost. */
export async function saveDraftFile(
  ctx: Context,
  input: z.infer<typeof saveDraftFileInput>,
): Promise<z.infer<typeof saveDraftFileOutput>> {
  const { platform, draft } = await findDraft(ctx, input);
  if (draft.version !== input.version) throw changedMeanwhile();
  const { file, text } = input;
  const held = readStoredFiles(draft.files);
  if (text === null && !held.some((one) => one.file === file)) {
    throw new AppError('NOT_FOUND', `The draft has no file ${file}.`);
  }
  const rest = held.filter((one) => one.file !== file);
  const files = writeStoredFiles(text === null ? rest : [...rest, { file, text }]);
  await ctx.db.transaction().execute(async (trx) => {
    const { name, id } = writerOf(ctx);
    const change = { files, savedBy: name, savedById: id, savedAt: ctx.now().toISOString() };
    if (!(await saveVersion(trx, 'rubricDraft', { id: draft.id, version: input.version }, change)))
      throw changedMeanwhile();
    const detail = { file, characters: text === null ? null : text.length };
    await recordAudit(trx, ctx, { action: 'rubric.draft-file', platformId: platform.id, subject: draft.id, detail });
  });
  return { version: input.version + 1 };
}
