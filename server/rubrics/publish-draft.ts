import { z } from 'zod';
import { insertDocuments } from '#db/queries/documents.ts';
import { insertRubricVersion, listRubricVersions } from '#db/queries/rubrics.ts';
import { deleteVersion } from '#db/queries/save-version.ts';
import { textField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { writerOf } from '../people/writer-of.ts';
import { compileDraftTask } from './compile-draft.ts';
import { changedMeanwhile, findDraft } from './find-draft.ts';
import { type Judgement, judgeDraftTask } from './judge-draft.ts';
import { requirePublisher } from './list-publishers.ts';
import { readFrozenRubric } from './read-frozen-rubric.ts';
import { readStoredFiles } from './rubric-files.ts';
import { keepRubric } from './rubric-of.ts';
import { versionName } from './version-name.ts';

/** Versions stay for good, and every process holds all of them. */
const MOST_VERSIONS = 200;

export const publishDraftInput = z.strictObject({
  platform: z.string(),
  draft: z.string(),
  /** of the draft, as it was read */
  version: z.int(),
  /** what changed, for those who decide about adopting it */
  note: textField(2_000).default(''),
});

export const publishDraftOutput = z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() });

/**
 * Makes a draft a version, for good and for the whole deployment: whoever does so is an editor of all platforms. No platform is
 * scored by it until somebody adopts it there. A version that exists, one with faults and one whose number says less than its
 * changes do are refused.
 */
export async function publishDraft(
  ctx: Context,
  input: z.output<typeof publishDraftInput>,
): Promise<z.infer<typeof publishDraftOutput>> {
  await requirePublisher(ctx, input.platform);
  const { platform, draft } = await findDraft(ctx, input);
  if (draft.version !== input.version) throw changedMeanwhile();
  const files = readStoredFiles(draft.files);
  const { id, version, sha256 } = requirePublishable(await ctx.runTask(judgeDraftTask, { files }));
  const { content } = await ctx.runTask(compileDraftTask, { files });
  await ctx.db.transaction().execute(async (trx) => {
    if ((await listRubricVersions(trx)).length >= MOST_VERSIONS) {
      throw new AppError('CONFLICT', `There are ${MOST_VERSIONS} published versions already, and no more are taken.`);
    }
    await insertDocuments(trx, [{ sha256, kind: 'rubric', content }]);
    const { name: publishedBy, id: publishedById } = writerOf(ctx);
    const published = { publishedBy, publishedById, publishedAt: ctx.now().toISOString() };
    const row = { packId: id, version, sha256, files: draft.files, note: input.note, ...published };
    if (!(await insertRubricVersion(trx, row))) throw existing({ id, version });
    if (!(await deleteVersion(trx, 'rubricDraft', { id: draft.id, version: input.version }))) throw changedMeanwhile();
    const detail = { draft: draft.id, sha256, note: input.note };
    const subject = versionName({ id, version });
    await recordAudit(trx, ctx, { action: 'rubric.publish', platformId: platform.id, subject, detail });
  });
  const rubric = await readFrozenRubric(ctx.db, sha256);
  if (rubric !== undefined) keepRubric(rubric);
  return { id, version, sha256 };
}

const existing = (name: { id: string; version: string }) =>
  new AppError(
    'CONFLICT',
    `${versionName(name)} is published already, and a version never changes. Raise the version.`,
  );

function requirePublishable({ findings, rubric, difference, exists }: Judgement) {
  if (rubric === null) {
    const [first] = findings;
    const where = first === undefined ? '' : ` The first: ${first.file}:${first.line} ${first.message}.`;
    throw new AppError('BAD_REQUEST', `This draft cannot be published: ${findings.length} found.${where}`);
  }
  if (exists) throw existing(rubric);
  if (difference !== null && !difference.enough) {
    const { before, bump, rightVersion } = difference;
    const why = `The changes since ${before.version} are ${bump.toUpperCase()}`;
    throw new AppError('BAD_REQUEST', `${why}, and ${rubric.version} says less. The right version is ${rightVersion}.`);
  }
  return rubric;
}
