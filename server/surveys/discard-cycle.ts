import type { z } from 'zod';
import { deleteDraftCycle, saveSurveyTeams } from '#db/queries/survey-cycles.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { cycleInput, loadCycle, MAY_CHANGE } from './cycle.ts';

export const discardCycleInput = cycleInput;

/** Throws a draft away. A survey that has been opened stays. */
export async function discardCycle(ctx: Context, input: z.output<typeof discardCycleInput>) {
  const { platform, cycle } = await loadCycle(ctx, input, MAY_CHANGE);
  await ctx.db.transaction().execute(async (trx) => {
    if (cycle.state === 'draft') await saveSurveyTeams(trx, cycle.id, []);
    if (!(await deleteDraftCycle(trx, cycle.id))) {
      throw new AppError('CONFLICT', 'This survey has been opened; only a draft can be thrown away.');
    }
    const detail = { title: cycle.title };
    await recordAudit(trx, ctx, { action: 'survey.discard', platformId: platform.id, subject: cycle.id, detail });
  });
  return { id: cycle.id };
}
