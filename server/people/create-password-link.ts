import { z } from 'zod';
import { findUser } from '#db/queries/people.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from './fields.ts';
import { insertLink } from './insert-link.ts';
import { requireAdmin } from './permissions.ts';
import { recordAudit } from './record-audit.ts';

export const createPasswordLinkInput = z.strictObject({ user: idField });

/** A new one-time link for somebody who lost their password or their first link. It is shown here only. */
export async function createPasswordLink(ctx: Context, input: z.infer<typeof createPasswordLinkInput>) {
  requireAdmin(ctx, 'admin');
  const user = await findUser(ctx.db, input.user);
  if (user === undefined) throw new AppError('NOT_FOUND', 'There is no such person.');
  if (user.deactivatedAt !== null)
    throw new AppError('CONFLICT', `${user.name} is deactivated. Let them in again first.`);
  return ctx.db.transaction().execute(async (trx) => {
    const detail = { person: user.name };
    await recordAudit(trx, ctx, { action: 'user.password-link', platformId: null, subject: user.id, detail });
    return { link: await insertLink(trx, ctx, user.id) };
  });
}
