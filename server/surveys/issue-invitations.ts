import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { insertInvitations, listTeamsAsked } from '#db/queries/invitations.ts';
import { insertSurveyAddresses } from '#db/queries/survey-addresses.ts';
import { moveCycle } from '#db/queries/survey-cycles.ts';
import type { Database } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { recordAudit } from '../people/record-audit.ts';
import { shuffle } from './anonymity/shuffle.ts';
import { addressesField, checkAddresses } from './check-addresses.ts';
import { type Cycle, cycleInput, loadCycle, MAY_CHANGE } from './cycle.ts';
import { hashInvitationToken, makeInvitationToken } from './invitation-token.ts';
import { slotsOf } from './slot.ts';

export const issueInvitationsInput = cycleInput.extend({ mail: addressesField });

/** The links of one team, in the order of its people. Shown once: only hashes are kept. */
export type TeamLinks = { team: string; name: string; links: string[] };

/**
 * Makes one link of one use for everybody invited. They are shown this once, but for teams that are asked by e-mail: their
 * links are made when the mails go out, and nobody but the person gets to see them.
 */
export async function issueInvitations(
  ctx: Context,
  input: z.input<typeof issueInvitationsInput>,
): Promise<{ teams: TeamLinks[]; mailed: number }> {
  const { platform, cycle, teams } = await loadCycle(ctx, input, MAY_CHANGE);
  requireOpen(cycle);
  const byMail = checkAddresses(input.mail ?? [], teams);
  if (byMail.size > 0) requireMail(ctx);
  const asked = teams.filter(({ invited }) => invited > 0);
  const mailed = asked.flatMap(({ key, teamId }) => (byMail.get(key) ?? []).map((address) => ({ teamId, address })));
  const issued = asked
    .filter(({ key }) => !byMail.has(key))
    .map((team) => ({ ...team, tokens: Array.from({ length: team.invited }, makeInvitationToken) }));
  await ctx.db.transaction().execute(async (trx) => {
    await holdOpen(trx, cycle);
    const detail = { invited: asked.reduce((sum, { invited }) => sum + invited, 0), mailed: mailed.length };
    await recordAudit(trx, ctx, { action: 'survey.invite', platformId: platform.id, subject: cycle.id, detail });
    if ((await listTeamsAsked(trx, [cycle.id])).some(({ sent }) => sent > 0)) throw shownAlready();
    for (const { teamId, tokens } of issued) {
      const links = tokens.map((token) => ({ tokenHash: hashInvitationToken(token), spent: 0, slot: null }));
      await insertInvitations(trx, { cycleId: cycle.id, teamId }, links);
    }
    await queueMail(trx, ctx, { cycle, mailed });
  });
  const links = issued.map(({ key, name, tokens }) => ({ team: key, name, links: linksOf(ctx, tokens) }));
  return { teams: links, mailed: mailed.length };
}

type Mailed = { teamId: string; address: string };

/** Keeps a place for everybody, under a link that nobody has, and apart from it the address to write to. */
async function queueMail(trx: Kysely<Database>, ctx: Context, { cycle, mailed }: { cycle: Cycle; mailed: Mailed[] }) {
  if (mailed.length === 0) return;
  const slotOf = slotsOf(ctx.secret, cycle);
  for (const [teamId, own] of Map.groupBy(mailed, (one) => one.teamId)) {
    const places = shuffle(own).map(({ address }) => {
      return { tokenHash: hashInvitationToken(makeInvitationToken()), spent: 0, slot: slotOf(address) };
    });
    await insertInvitations(trx, { cycleId: cycle.id, teamId }, places);
  }
  const now = ctx.now();
  const rows = mailed.map((one) => {
    return { id: randomUUID(), cycleId: cycle.id, ...one, askedAt: now.toISOString(), runAtMs: now.getTime() };
  });
  await insertSurveyAddresses(trx, shuffle(rows));
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

export function requireMail({ mail }: Pick<Context, 'mail'>): void {
  if (mail) return;
  throw new AppError('CONFLICT', 'E-mail is not set up here. Make links and hand them out, or ask an administrator.');
}

const shownAlready = () =>
  new AppError('CONFLICT', 'The links of this survey were made once already. Renew those of a team instead.');
