import { z } from 'zod';
import { listPastOfTeam, listTeams } from '#db/queries/teams.ts';
import { countUsesOfTeam } from '#db/queries/uses.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireAnywhere } from '../people/permissions.ts';
import { teamIsNeeded } from './describe-uses.ts';
import { keyField } from './fields.ts';

export const readTeamInput = z.strictObject({ team: keyField });

/** What a team was before, newest first, and why it cannot be deleted (null: it can). */
export async function readTeam(ctx: Context, { team: key }: z.infer<typeof readTeamInput>) {
  requireAnywhere(ctx, 'editor', 'catalogue:write');
  const teams = await listTeams(ctx.db);
  const team = teams.find((one) => one.key === key);
  if (team === undefined) throw new AppError('NOT_FOUND', `There is no team "${key}".`);
  const past = await listPastOfTeam(ctx.db, team.id);
  const parent = teams.find(({ id }) => id === team.parentId)?.name ?? null;
  const states = [{ until: null, name: team.name, parent, archivedAt: team.archivedAt }, ...past];
  return {
    needed: teamIsNeeded(team.name, await countUsesOfTeam(ctx.db, team)),
    states: states.map(({ until, name, parent: above, archivedAt }, index) => ({
      from: states[index + 1]?.until ?? team.createdAt,
      until,
      name,
      parent: above,
      archived: archivedAt !== null,
    })),
  };
}
