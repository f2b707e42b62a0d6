import { z } from 'zod';
import { findImprovement } from '#db/queries/improvements.ts';
import { resultsByPlace } from '#rubrics/scoring/effect.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { idField } from '../people/fields.ts';
import { SCOPE } from './backlog-rights.ts';
import { STATE_WORDS } from './improvement-states.ts';
import { isJudgedBy, standingOfAll } from './judge-improvements.ts';
import { changedMeanwhile, notYours, requireImprovement } from './require-improvement.ts';
import { settleImprovement } from './settle-improvement.ts';

export const evaluateImprovementInput = z.strictObject({ platform: keyField, id: idField });

/**
 * Evaluates at once what is done, without waiting for the time of grace: the platform is scored anew, then the improvement is
 * verified (all criteria met from evidence), not confirmed (one is not), or stays waiting (something is not known).
 */
export async function evaluateImprovement(ctx: Context, input: z.infer<typeof evaluateImprovementInput>) {
  const { platform, improvement, criteria, rights, subject } = await requireImprovement(ctx, input, ['owner', SCOPE]);
  if (!rights.plan(subject.capabilities)) throw notYours();
  const { id, state } = improvement;
  if (state !== 'done' && state !== 'not_confirmed') {
    throw new AppError('CONFLICT', `This is ${STATE_WORDS[state]}. Only what is done can be evaluated.`);
  }
  await ctx.rescore(platform.id);
  const now = await findImprovement(ctx.db, id);
  if (now?.state === 'verified') return { id, state: now.state };
  const { scorecard } = await readScorecard(ctx.db, platform.id);
  if (now === undefined || scorecard === null || !isJudgedBy(now, scorecard)) {
    throw new AppError('UNAVAILABLE', 'This platform could not be scored just now. Try again in a moment.');
  }
  const standing = standingOfAll(criteria, resultsByPlace(scorecard));
  if (standing !== 'missed' || now.state !== 'done') return { id, state: now.state };
  const verdict = { state: 'not_confirmed', asOf: scorecard.asOf } as const;
  if (!(await settleImprovement(ctx, now, verdict))) throw await changedMeanwhile(ctx.db, now);
  return { id, state: verdict.state };
}
