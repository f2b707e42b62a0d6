import { z } from 'zod';
import { effectBetween } from '#rubrics/scoring/effect.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { scoreCurrent } from '../assessments/score-current.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireRole } from '../people/permissions.ts';
import type { Task } from '../tasks/task.ts';
import { assumptionField, assumptionsField } from './assumption-fields.ts';
import { openCurrent } from './open-current.ts';

export const scoreWhatIfInput = z.strictObject({ platform: keyField, assumptions: assumptionsField });

const fraction = z.number().nullable();
const level = z.number().nullable();
export const whatIfSchema = scorecardSchema.extend({
  /** assumed, not measured: no document may pass for the scorecard itself */
  hypothetical: z.literal(true),
  assumptions: z.array(assumptionField),
  effect: z
    .strictObject({
      value: fraction,
      low: fraction,
      high: fraction,
      cells: z.array(z.strictObject({ capability: z.string(), aspect: z.string(), from: level, to: level })),
    })
    .describe('against the current scorecard, in percent to target (0.041 is 4.1 points) and by cell'),
});
type WhatIfScorecard = z.infer<typeof whatIfSchema>;

const scoreWhatIfSchema = z.strictObject({ platformId: z.string(), assumptions: z.array(assumptionField) });

/** The hypothetical scorecard as text: it is long, and only goes through. Null: nothing has been scored yet. */
export const scoreWhatIfTask: Task<z.infer<typeof scoreWhatIfSchema>, string | null> = {
  key: 'score-what-if',
  input: scoreWhatIfSchema,
  async run({ db }, { platformId, assumptions }) {
    const opened = await openCurrent(db, platformId);
    const scored = opened === null ? null : await scoreCurrent(db, opened.platform);
    if (opened === null || scored === null) return null;
    const { base, whatIf } = opened;
    const stranger = assumptions.find((one) => !whatIf.has(one));
    if (stranger !== undefined) throw noSuchPlace(stranger, base.capabilities);
    const then = scoreAssuming(scored.rubric, scored.loaded, assumptions);
    return JSON.stringify({
      ...then,
      hypothetical: true,
      assumptions,
      effect: effectBetween(scored.scorecard, then),
    });
  },
};

function noSuchPlace({ criterion, capability }: z.infer<typeof assumptionField>, known: readonly { key: string }[]) {
  const isKnown = capability === null || known.some(({ key }) => key === capability);
  return new AppError(
    'NOT_FOUND',
    isKnown
      ? `${criterion} is not asked of ${capability ?? 'the platform as a whole'} here.`
      : `There is no capability "${capability}".`,
  );
}

/** What the current scorecard would be if some criteria were in other states. Changes nothing. */
export async function scoreWhatIf(ctx: Context, input: z.infer<typeof scoreWhatIfInput>): Promise<WhatIfScorecard> {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { assumptions } = input;
  const text = await ctx.runTask(scoreWhatIfTask, { platformId: platform.id, assumptions });
  if (text === null) throw new AppError('CONFLICT', 'Nothing has been scored here yet.');
  return whatIfSchema.parse(JSON.parse(text));
}
