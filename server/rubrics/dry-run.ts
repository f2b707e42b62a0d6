import type { Kysely } from 'kysely';
import { z } from 'zod';
import { findAssessment } from '#db/queries/assessments.ts';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { findRubricDraft } from '#db/queries/rubrics.ts';
import type { Database } from '#db/schema.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { effectOfRubric, rubricEffectSchema } from '#rubrics/versions/effect-of-rubric.ts';
import { renameMap } from '#rubrics/versions/rename-map.ts';
import { underNewIds } from '#rubrics/versions/under-new-ids.ts';
import { readFrozen } from '../assessments/read-frozen.ts';
import { scorePlatform } from '../assessments/score-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { assembleBundle } from '../evidence/assemble-bundle.ts';
import type { Task } from '../tasks/task.ts';
import { withRubric } from './find-rubric.ts';
import { compileFiles } from './judge-draft.ts';
import { leftoverSchema, listLeftovers } from './list-leftovers.ts';
import { readStoredFiles } from './rubric-files.ts';
import { findVersion } from './version-name.ts';

export const dryRunSchema = z.strictObject({
  /** the instant of the evidence */
  asOf: z.iso.datetime(),
  effect: rubricEffectSchema,
  /** what people said or planned that the rubric has no place for; of today only */
  leftovers: z.array(leftoverSchema),
});
/** What a rubric would make of evidence that another one was scored from. */
export type DryRun = z.infer<typeof dryRunSchema>;

const inputSchema = z.strictObject({
  /** a version by its name, or a draft by its platform and id */
  rubric: z.union([
    z.strictObject({ version: z.string() }),
    z.strictObject({ platformId: z.string(), draftId: z.string() }),
  ]),
  platformId: z.string(),
  /** null: today's evidence */
  assessmentId: z.string().nullable(),
});
type Input = z.infer<typeof inputSchema>;

/** Scores evidence by a rubric that is not in use. Whoever asks has been asked for permission before; nothing is written. */
export const dryRunTask: Task<Input, DryRun> = {
  key: 'dry-run',
  long: true,
  input: inputSchema,
  async run(ctx, input) {
    const rubric = await readRubric(ctx.db, input.rubric);
    return input.assessmentId === null ? runToday(ctx, rubric, input) : runFrozen(ctx.db, rubric, input);
  },
};

async function readRubric(db: Kysely<Database>, named: Input['rubric']): Promise<Rubric> {
  if ('version' in named) return findVersion(db, named.version);
  const draft = await findRubricDraft(db, named.platformId, named.draftId);
  const rubric = draft === undefined ? null : compileFiles(readStoredFiles(draft.files)).rubric;
  if (rubric === null)
    throw new AppError('BAD_REQUEST', 'This draft does not load yet. Mend what is found in it first.');
  return rubric;
}

async function runToday({ db, now }: Context, rubric: Rubric, { platformId }: Input): Promise<DryRun> {
  const platform = await withRubric(db, await findPlatformById(db, platformId));
  if (platform === undefined) throw new AppError('NOT_FOUND', 'There is no such platform.');
  const asOf = now();
  const before = await scorePlatform(db, platform, asOf);
  const bundle = await assembleBundle(db, { platform, rubric, asOf });
  const loaded = underNewIds(loadBundle(bundle), before.rubric.pack, rubric.pack);
  return {
    asOf: asOf.toISOString(),
    effect: effectOfRubric(before.scorecard, rubric, loaded, renameMap(before.rubric.pack, rubric.pack)),
    leftovers: await listLeftovers(db, {
      ...{ platformId, at: asOf.toISOString() },
      ...{ from: before.rubric.pack, to: rubric.pack },
    }),
  };
}

async function runFrozen(db: Kysely<Database>, rubric: Rubric, input: Input): Promise<DryRun> {
  const assessment = await findAssessment(db, input.platformId, input.assessmentId ?? '');
  if (assessment === undefined) throw new AppError('NOT_FOUND', 'There is no such assessment.');
  const { bundle, scorecard, rubric: then } = await readFrozen(db, assessment);
  const loaded = underNewIds(loadBundle(bundle), then.pack, rubric.pack);
  const effect = effectOfRubric(scorecard, rubric, loaded, renameMap(then.pack, rubric.pack));
  return { asOf: assessment.asOf, effect, leftovers: [] };
}
