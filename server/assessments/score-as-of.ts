import { z } from 'zod';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { canonicalJson, sha256Hex } from '#rubrics/evidence/canonical.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { withRubric } from '../rubrics/find-rubric.ts';
import { rubricText } from '../rubrics/read-frozen-rubric.ts';
import type { Task } from '../tasks/task.ts';
import { scorePlatform } from './score-platform.ts';

/** A canonical document and its hash: what is frozen, and what anybody can compute anew. */
export type ScoredDocument = { sha256: string; text: string };
export type ScoredAsOf = {
  asOf: string;
  scoring: number;
  rubric: ScoredDocument & { id: string; version: string };
  bundle: ScoredDocument;
  scorecard: ScoredDocument;
};

const scoreAsOfSchema = z.strictObject({ platformId: z.string(), asOf: z.iso.datetime() });

/** Scores a platform from the evidence known at one instant. Stores nothing. Whoever asks has been asked for permission before. */
export const scoreAsOfTask: Task<z.infer<typeof scoreAsOfSchema>, ScoredAsOf> = {
  key: 'score-as-of',
  input: scoreAsOfSchema,
  async run({ db }, { platformId, asOf }) {
    const platform = await withRubric(db, await findPlatformById(db, platformId));
    if (platform === undefined) throw new AppError('NOT_FOUND', 'There is no such platform.');
    const { rubric, loaded, scorecard } = await scorePlatform(db, platform, new Date(asOf));
    const text = canonicalJson(scorecard);
    return {
      asOf: scorecard.asOf,
      scoring: scorecard.scoring,
      rubric: { id: rubric.id, version: rubric.version, sha256: rubric.sha256, text: rubricText(rubric) },
      bundle: { sha256: loaded.sha256, text: canonicalJson(loaded.bundle) },
      scorecard: { sha256: sha256Hex(text), text },
    };
  },
};

/** Scores a platform at a past instant; an instant to come has no evidence yet. */
export function scoreAsOf(ctx: Context, platform: Platform, asOf: string): Promise<ScoredAsOf> {
  if (new Date(asOf) > ctx.now()) throw new AppError('BAD_REQUEST', 'asOf lies in the future.');
  return ctx.runTask(scoreAsOfTask, { platformId: platform.id, asOf: new Date(asOf).toISOString() });
}
