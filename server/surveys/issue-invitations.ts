import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { insertInvitations, listTeamsAsked } from '#db/queries/invitations.ts';
import { moveCycle } from '#db/queries/survey-cycles.ts';
import type { Database } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { type Cycle, cycleInput, loadCycle, MAY_CHANGE } from './cycle.ts';
import { hashInvitationToken, makeInvitationToken } from './invitation-token.ts';

export const issueInvitationsInput = cycleInput;

/** The links of one team, in the order of its people. Shown once: only hashes are kept. */
export type TeamLinks = { team: string; name: string; links: string[] };

/** Makes one link of one use for everybody invited. They are shown this once. */
export async function issueInvitations(
  ctx: Context,
  input: z.output<typeof issueInvitationsInput>,
): Promise<{ teams: TeamLinks[] }> {
  const { platform, cycle, teams } = await loadCycle(ctx, input, MAY_CHANGE);
  requireOpen(cycle);
  const issued = teams
    .filter(({ invited }) => invited > 0)
    .map((team) => ({ ...team, tokens: Array.from({ length: team.invited }, makeInvitationToken) }));
  await ctx.db.transaction().execute(async (trx) => {
    await holdOpen(trx, cycle);
    const detail = { invited: issued.reduce((sum, { invited }) => sum + invited, 0) };
    await recordAudit(trx, ctx, { action: 'survey.invite', platformId: platform.id, subject: cycle.id, detail });
    if ((await listTeamsAsked(trx, [cycle.id])).some(({ sent }) => sent > 0)) {
      throw new AppError(
        'CONFLICT',
        'The links of this survey were shown once already. Renew those of a team instead.',
      );
    }
    for (const { teamId, tokens } of issued) {
      const links = tokens.map((token) => ({ tokenHash: hashInvitationToken(token), spent: 0 }));
      await insertInvitations(trx, { cycleId: cycle.id, teamId }, links);
    }
  });
  return { teams: issued.map(({ key, name, tokens }) => ({ team: key, name, links: linksOf(ctx, tokens) })) };
}

export const linksOf = (ctx: Context, tokens: readonly string[]): string[] =>
  tokens.map((token) => `${ctx.publicUrl}/s/${token}`);

/** Keeps a second issuer and the close out until this transaction is over. */
export async function holdOpen(trx: Kysely<Database>, { id }: Pick<Cycle, 'id'>): Promise<void> {
  if (await moveCycle(trx, { id, state: 'open' }, { state: 'open' })) return;
  throw new AppError('CONFLICT', 'This survey is closed.');
}

export function requireOpen(cycle: Pick<Cycle, 'state'>): void {
  if (cycle.state === 'draft') throw new AppError('CONFLICT', 'Open this survey first.');
  if (cycle.state !== 'open') throw new AppError('CONFLICT', 'This survey is closed.');
}
