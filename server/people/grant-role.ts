import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findSameGrant, findUser, insertGrant, lockUser } from '#db/queries/people.ts';
import { findTeamByKey } from '#db/queries/teams.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from './fields.ts';
import { ROLES, requireAdmin, requireRole } from './permissions.ts';
import { recordAudit } from './record-audit.ts';

export const grantRoleInput = z.strictObject({
  user: idField,
  /** null: every platform */
  platform: keyField.nullable(),
  role: z.enum(ROLES),
  /** owners only: the team whose capabilities they speak for */
  team: keyField.nullable().default(null),
});
type Input = z.output<typeof grantRoleInput>;

/** Gives somebody a role on a platform, or on all of them. Administrators of a platform may do so there. */
export async function grantRole(ctx: Context, input: Input) {
  const platformId = await requireGranting(ctx, input.platform);
  const user = await findUser(ctx.db, input.user);
  if (user === undefined) throw new AppError('NOT_FOUND', 'There is no such person.');
  const grant = { userId: user.id, platformId, role: input.role, teamId: await findTeamOf(ctx, input) };
  const id = randomUUID();
  await ctx.db.transaction().execute(async (trx) => {
    await lockUser(trx, user.id);
    if (await findSameGrant(trx, grant)) throw new AppError('CONFLICT', `${user.name} has this role already.`);
    await insertGrant(trx, { id, ...grant, createdAt: ctx.now().toISOString() });
    const detail = { person: user.name, role: input.role, team: input.team };
    await recordAudit(trx, ctx, { action: 'role.grant', platformId, subject: user.id, detail });
  });
  return { id };
}

/** Who gives or takes roles on every platform administers the deployment; on one, that one. */
export async function requireGranting(ctx: Context, platform: string | null): Promise<string | null> {
  if (platform === null) {
    requireAdmin(ctx, 'admin');
    return null;
  }
  const { id } = await findPlatform(ctx, platform);
  requireRole(ctx, id, 'admin', 'admin');
  return id;
}

async function findTeamOf(ctx: Context, { role, team }: Input): Promise<string | null> {
  if (role !== 'owner') {
    if (team !== null) throw new AppError('BAD_REQUEST', 'Only owners have a team.');
    return null;
  }
  if (team === null) throw new AppError('BAD_REQUEST', 'An owner speaks for the capabilities of a team. Choose one.');
  const found = await findTeamByKey(ctx.db, team);
  if (found === undefined) throw new AppError('BAD_REQUEST', `There is no team "${team}".`);
  return found.id;
}
