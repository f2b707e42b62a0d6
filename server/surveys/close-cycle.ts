import type { z } from 'zod';
import { compact } from '#db/dialects/compact.ts';
import { moveCycle } from '#db/queries/survey-cycles.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { type Cycle, cycleInput, loadCycle, MAY_CHANGE } from './cycle.ts';
import { releaseCycle } from './release-cycle.ts';

export const closeCycleInput = cycleInput;

/** Closes a survey before its time and releases its results. There is no way back. */
export async function closeCycle(ctx: Context, input: z.output<typeof closeCycleInput>) {
  const { platform, cycle } = await loadCycle(ctx, input, MAY_CHANGE);
  if (cycle.state === 'draft') throw new AppError('CONFLICT', 'This survey has not been opened yet.');
  if (!(await releaseCycle(ctx, cycle))) throw new AppError('CONFLICT', 'This survey is closed already.');
  await overwriteTraces(ctx, cycle, { brief: true });
  await ctx.rescore(platform.id);
  return { id: cycle.id };
}

/**
 * Has the database rewritten without envelopes and key, and only then calls the cycle closed, so that what a crash or a
 * busy file prevents is done later. `brief`: somebody is waiting.
 */
export async function overwriteTraces(ctx: Context, { id }: Pick<Cycle, 'id'>, { brief }: { brief: boolean }) {
  const done = await compact(ctx.db, { tables: ['surveyCycle', 'invitation', 'envelope', 'surveyAddress'], brief });
  if (done) await moveCycle(ctx.db, { id, state: 'closing' }, { state: 'closed' });
}
