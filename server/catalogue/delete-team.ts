import { z } from 'zod';
import { deleteTeamRow } from '#db/queries/teams.ts';
import { countUsesOfTeam } from '#db/queries/uses.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireAnywhere } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { teamIsNeeded } from './describe-uses.ts';
import { keyField } from './fields.ts';
import { holdTeams } from './write-teams.ts';

export const deleteTeamInput = z.strictObject({ team: keyField });

/** Takes away a team that nothing needs, such as one added by mistake. What history names stays and can be archived. */
export async function deleteTeam(ctx: Context, { team: key }: z.infer<typeof deleteTeamInput>) {
  requireAnywhere(ctx, 'editor', 'catalogue:write');
  await ctx.db.transaction().execute(async (trx) => {
    const team = (await holdTeams(trx)).find((one) => one.key === key);
    if (team === undefined) throw new AppError('NOT_FOUND', `There is no team "${key}".`);
    const needed = teamIsNeeded(team.name, await countUsesOfTeam(trx, team));
    if (needed !== null) throw new AppError('CONFLICT', needed);
    await deleteTeamRow(trx, team.id);
    await recordAudit(trx, ctx, { action: 'team.delete', platformId: null, subject: key, detail: { name: team.name } });
  });
  return { key };
}
