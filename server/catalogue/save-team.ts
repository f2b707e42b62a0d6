import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireAnywhere } from '../people/permissions.ts';
import { keyField, nameField, textField } from './fields.ts';
import { teamChecker } from './team-tree.ts';
import { holdTeams, planOf, writeTeams } from './write-teams.ts';

export const saveTeamInput = z.strictObject({
  key: keyField,
  name: nameField,
  /** key of the team it belongs to */
  parent: keyField.nullable().default(null),
  contact: textField(200).nullable().default(null),
  archived: z.boolean().default(false),
});

/** Adds a team or changes it. Teams are shared by all platforms, so an editor of any of them may. */
export async function saveTeam(ctx: Context, team: z.output<typeof saveTeamInput>) {
  requireAnywhere(ctx, 'editor', 'catalogue:write');
  return ctx.db.transaction().execute(async (trx) => {
    const held = await holdTeams(trx);
    const before = held.find(({ key }) => key === team.key);
    const teams = new Map([...held.map(planOf), team].map((one) => [one.key, one]));
    const problem = teamChecker(teams)(team, before && planOf(before));
    if (problem !== null) throw new AppError('BAD_REQUEST', problem.reason);
    await writeTeams(trx, ctx, { held, teams: [team] });
    return { key: team.key, added: before === undefined };
  });
}
