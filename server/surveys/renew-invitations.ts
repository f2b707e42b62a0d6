import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { insertInvitations, isAskedByMail, voidInvitations } from '#db/queries/invitations.ts';
import type { Database } from '#db/schema.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { cycleInput, loadCycle, MAY_CHANGE } from './cycle.ts';
import { hashInvitationToken, makeInvitationToken } from './invitation-token.ts';
import { holdOpen, linksOf, requireOpen, type TeamLinks } from './issue-invitations.ts';

export const renewInvitationsInput = cycleInput.extend({ team: keyField });

/**
 * New links for a whole team, for a reminder; the old ones are void. Everybody gets one, whether they have answered or not,
 * in the same order as before, so that the author cannot tell who has. Whoever has answered cannot answer again by it.
 */
export async function renewInvitations(
  ctx: Context,
  input: z.output<typeof renewInvitationsInput>,
): Promise<{ teams: TeamLinks[] }> {
  const { platform, cycle, teams } = await loadCycle(ctx, input, MAY_CHANGE);
  requireOpen(cycle);
  const team = teams.find(({ key, invited }) => key === input.team && invited > 0);
  if (team === undefined) throw new AppError('NOT_FOUND', 'This team is not invited to the survey.');
  const tokens = await ctx.db.transaction().execute(async (trx) => {
    await holdOpen(trx, cycle);
    await requireLinks(trx, team);
    const spent = await voidInvitations(trx, team);
    if (spent.length === 0) throw new AppError('CONFLICT', 'There are no links to renew yet: create them first.');
    const links = spent.map((wasSpent) => ({ token: makeInvitationToken(), spent: wasSpent }));
    await insertInvitations(
      trx,
      { cycleId: cycle.id, teamId: team.teamId },
      links.map(({ token, spent }) => ({ tokenHash: hashInvitationToken(token), spent, slot: null })),
    );
    const detail = { team: team.key };
    await recordAudit(trx, ctx, { action: 'survey.remind', platformId: platform.id, subject: cycle.id, detail });
    return links.map(({ token }) => token);
  });
  return { teams: [{ team: team.key, name: team.name, links: linksOf(ctx, tokens) }] };
}

/** Of a team that is asked by e-mail nobody but its people gets to see a link. */
async function requireLinks(trx: Kysely<Database>, team: { cycleId: string; teamId: string }) {
  // asked of the links, not of the addresses: those go when somebody stops reminders
  if (!(await isAskedByMail(trx, team))) return;
  throw new AppError('CONFLICT', 'This team is asked by e-mail. Send a reminder instead.');
}
