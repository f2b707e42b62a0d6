import { z } from 'zod';
import { findPlatformById } from '#db/queries/catalogue.ts';
import { deleteGrant, findGrant, findUser, hasAdministrator, lockAdministrators } from '#db/queries/people.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from './fields.ts';
import { requireGranting } from './grant-role.ts';
import { recordAudit } from './record-audit.ts';

export const revokeRoleInput = z.strictObject({ grant: idField });

export const LAST_ADMIN = 'This is the last administrator. Make somebody else one first.';

/** Takes a role away. The last administrator of the deployment stays. */
export async function revokeRole(ctx: Context, input: z.infer<typeof revokeRoleInput>) {
  if (ctx.actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  const grant = await findGrant(ctx.db, input.grant);
  if (grant === undefined) throw new AppError('NOT_FOUND', 'This role has been taken away already.');
  const platform = grant.platformId === null ? undefined : await findPlatformById(ctx.db, grant.platformId);
  await requireGranting(ctx, platform?.key ?? null);
  const person = await findUser(ctx.db, grant.userId);
  await ctx.db.transaction().execute(async (trx) => {
    await lockAdministrators(trx);
    await deleteGrant(trx, grant.id);
    if (grant.role === 'admin' && !(await hasAdministrator(trx))) throw new AppError('CONFLICT', LAST_ADMIN);
    const detail = { person: person?.name, role: grant.role };
    await recordAudit(trx, ctx, { action: 'role.revoke', platformId: grant.platformId, subject: grant.userId, detail });
  });
  return {};
}
