import { z } from 'zod';
import { moveCycle, saveSurveyTeams } from '#db/queries/survey-cycles.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { FLOOR } from './anonymity/minimums.ts';
import { type Cycle, capabilitiesOfCycle, cycleInput, loadCycle, MAY_CHANGE } from './cycle.ts';
import { planCycle, requireFuture } from './plan-cycle.ts';
import { makeSealKey } from './seal-key.ts';

export const openCycleInput = cycleInput.extend({
  /** the author knows that so few are invited that nothing can be shown */
  acceptNoResult: z.boolean().default(false),
});

/**
 * Opens a survey: from here on its questions, its teams and the minimum groups stay as they are. Fewer invited than the
 * minimum group can show no result, so that must have been accepted.
 */
export async function openCycle(ctx: Context, input: z.output<typeof openCycleInput>) {
  const { platform, cycle, teams } = await loadCycle(ctx, input, MAY_CHANGE);
  const closesAt = requireDraft(cycle);
  requireFuture(ctx, closesAt);
  const wish = {
    template: cycle.template,
    capabilities: capabilitiesOfCycle(cycle),
    teams: teams.filter(({ invited }) => invited > 0).map(({ key, invited }) => ({ team: key, invited })),
  };
  const plan = await planCycle(ctx, platform.id, wish);
  const invited = plan.teams.reduce((sum, team) => sum + team.invited, 0);
  if (invited < FLOOR.scores && !input.acceptNoResult) throw new AppError('CONFLICT', tooFew(invited));

  await ctx.db.transaction().execute(async (trx) => {
    const opened = await moveCycle(trx, cycle, {
      state: 'open',
      opensAt: ctx.now().toISOString(),
      questions: JSON.stringify(plan.questions),
      minimumGroup: FLOOR.scores,
      minimumCommentGroup: FLOOR.comments,
      sealKey: makeSealKey(ctx.secret, cycle.id),
    });
    if (!opened) throw new AppError('CONFLICT', 'Somebody else has opened this survey a moment ago.');
    await saveSurveyTeams(
      trx,
      cycle.id,
      plan.teams.map((team) => ({ cycleId: cycle.id, ...team })),
    );
    const detail = { invited, closesAt, minimumGroup: FLOOR.scores, minimumCommentGroup: FLOOR.comments };
    await recordAudit(trx, ctx, { action: 'survey.open', platformId: platform.id, subject: cycle.id, detail });
  });
  return { id: cycle.id, invited };
}

function requireDraft({ state, closesAt }: Cycle): string {
  if (state !== 'draft') throw new AppError('CONFLICT', 'This survey has been opened already.');
  if (closesAt === null) throw new AppError('CONFLICT', 'Say first when this survey closes.');
  return closesAt;
}

const tooFew = (invited: number) =>
  `With ${invited} invited this survey can show no result: groups below ${FLOOR.scores} stay hidden. ` +
  'Invite more people, or talk to them and keep your notes as an attestation.';
