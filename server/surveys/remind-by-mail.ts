import type { z } from 'zod';
import { askForReminder, listTeamMail } from '#db/queries/survey-addresses.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { cycleInput, loadCycle, MAY_CHANGE } from './cycle.ts';
import { holdOpen, requireMail, requireOpen } from './issue-invitations.ts';

export const remindByMailInput = cycleInput.extend({ team: keyField });

const NOBODY = 'There is nobody to write to: this team has links, or its people want no reminders.';
const LEAST_BETWEEN_MS = 20 * 3_600_000;

/**
 * Asks for a reminder to everybody of a team that is asked by e-mail, whether they have answered or not: nobody knows who
 * has. Each gets a new link, and the old one is void. At most one a day, so that nobody is nagged.
 */
export async function remindByMail(ctx: Context, input: z.output<typeof remindByMailInput>) {
  const { platform, cycle, teams } = await loadCycle(ctx, input, MAY_CHANGE);
  requireOpen(cycle);
  requireMail(ctx);
  const team = teams.find(({ key, invited }) => key === input.team && invited > 0);
  if (team === undefined) throw new AppError('NOT_FOUND', 'This team is not invited to the survey.');
  const now = ctx.now();
  await ctx.db.transaction().execute(async (trx) => {
    await holdOpen(trx, cycle);
    const mail = (await listTeamMail(trx, cycle.id)).filter(({ teamId }) => teamId === team.teamId);
    requireRest(mail, now);
    const ask = { cycleId: cycle.id, teamId: team.teamId, askedAt: now.toISOString(), runAtMs: now.getTime() };
    await askForReminder(trx, ask);
    const detail = { team: team.key, byMail: true };
    await recordAudit(trx, ctx, { action: 'survey.remind', platformId: platform.id, subject: cycle.id, detail });
  });
  return { team: team.key };
}

type TeamMail = Pick<Awaited<ReturnType<typeof listTeamMail>>[number], 'state' | 'askedAt'>;

function requireRest(mail: TeamMail[], now: Date): void {
  if (mail.length === 0) throw new AppError('CONFLICT', NOBODY);
  const last = Math.max(...mail.map(({ askedAt }) => new Date(askedAt).getTime()));
  if (now.getTime() - last >= LEAST_BETWEEN_MS) return;
  throw new AppError('TOO_MANY_REQUESTS', 'This team was written to less than a day ago. Remind it tomorrow.');
}
