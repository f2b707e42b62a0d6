import { listRefused, listTeamMail } from '#db/queries/survey-addresses.ts';
import type { Context } from '../context.ts';
import { ROLES, roleOn } from '../people/permissions.ts';
import type { Cycle } from './cycle.ts';

/** What was sent is not counted: the number would fall when somebody asks not to be reminded. */
export type TeamMail = { waiting: number; refused: number; askedAt: string };
export type RefusedMail = { id: string; team: string; address: string; reason: string; replaceable: boolean };

/**
 * How the mails of a survey go, for those who may invite; for others there is nothing to see. It tells of mails and never of
 * answers; addresses only where none of them got through.
 */
export async function readMailState(ctx: Context, cycle: Cycle, keyOf: (teamId: string) => string) {
  const role = roleOn(ctx.actor, cycle.platformId);
  const editor = role !== null && ROLES.indexOf(role) >= ROLES.indexOf('editor');
  if (!editor || cycle.state !== 'open') return { possible: false, teams: new Map<string, TeamMail>(), refused: [] };
  const rows = await listTeamMail(ctx.db, cycle.id);
  const teams = new Map(
    [...Map.groupBy(rows, ({ teamId }) => teamId)].map(([teamId, own]): [string, TeamMail] => {
      const count = (...states: string[]) =>
        own.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + Number(count), 0);
      const askedAt = own.reduce((latest, { askedAt }) => (askedAt > latest ? askedAt : latest), '');
      return [teamId, { waiting: count('ready', 'running'), refused: count('refused'), askedAt }];
    }),
  );
  const refused = (await listRefused(ctx.db, cycle.id)).map(({ id, teamId, address, error, reminder }): RefusedMail => {
    return { id, team: keyOf(teamId), address, reason: error ?? '', replaceable: reminder === 0 };
  });
  return { possible: Boolean(ctx.mail), teams, refused };
}
