import { z } from 'zod';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { findExplanation } from '#db/queries/scorecards.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { type Explanation, explanationSchema } from '#rubrics/scoring/explanation.ts';
import type { Context } from '../context.ts';
import type { Task } from '../tasks/task.ts';
import { scoreCurrent } from './score-current.ts';

const cellSchema = z.strictObject({ platformId: z.string(), capability: z.string(), aspect: z.string() });
type Place = z.infer<typeof cellSchema>;

/** Explains one cell of the current scorecard from its evidence, as JSON; null: there is none. */
export const explainCurrentTask: Task<Place, string | null> = {
  key: 'explain-current',
  input: cellSchema,
  async run({ db }, { platformId, capability, aspect }) {
    const platform = await findPlatformById(db, platformId);
    const scored = platform === undefined ? null : await scoreCurrent(db, platform);
    const cell = scored?.scorecard.cells.find((one) => one.capability === capability && one.aspect === aspect);
    return scored === null || cell === undefined ? null : JSON.stringify(explain(scored.rubric, scored.loaded, cell));
  },
};

/**
 * The trace of one cell behind the current scorecard, as stored; where many platforms were scored together and its own traces
 * are not made yet, it is made for whom asks. Whoever asks has been asked for permission before.
 */
export async function explainCurrent(ctx: Context, place: Place): Promise<Explanation | null> {
  const row = await findExplanation(ctx.db, place);
  if (row === undefined) return null;
  const text = row.behind === 1 ? await ctx.runTask(explainCurrentTask, place) : row.explanation;
  return text === null ? null : explanationSchema.parse(JSON.parse(text));
}
