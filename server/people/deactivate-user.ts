import { z } from 'zod';
import { hasAccount } from '#db/queries/forget.ts';
import { findUser, hasAdministrator, lockAdministrators, saveDeactivatedAt } from '#db/queries/people.ts';
import { deleteSessions } from '#db/queries/sessions.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from './fields.ts';
import { requireAdmin } from './permissions.ts';
import { recordAudit } from './record-audit.ts';
import { LAST_ADMIN } from './revoke-role.ts';

export const deactivateUserInput = z.strictObject({
  user: idField,
  /** false: lets them in again */
  deactivated: z.boolean().default(true),
});

/** Shuts somebody out, with their sessions and tokens, or lets them in again. What they did stays under their name. */
export async function deactivateUser(ctx: Context, input: z.output<typeof deactivateUserInput>) {
  requireAdmin(ctx, 'admin');
  const user = await findUser(ctx.db, input.user);
  if (user === undefined) throw new AppError('NOT_FOUND', 'There is no such person.');
  if (!(await hasAccount(ctx.db, user.id))) throw new AppError('CONFLICT', 'This person has been forgotten.');
  await ctx.db.transaction().execute(async (trx) => {
    await lockAdministrators(trx);
    await saveDeactivatedAt(trx, user.id, input.deactivated ? ctx.now().toISOString() : null);
    if (!(await hasAdministrator(trx))) throw new AppError('CONFLICT', LAST_ADMIN);
    if (input.deactivated) await deleteSessions(trx, user.id);
    const action = input.deactivated ? 'user.deactivate' : 'user.reactivate';
    await recordAudit(trx, ctx, { action, platformId: null, subject: user.id, detail: { person: user.name } });
  });
  return {};
}
