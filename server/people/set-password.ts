import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { findPasswordLink, savePassword, spendPasswordLink } from '#db/queries/people.ts';
import { deleteSessions } from '#db/queries/sessions.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { linkTokenField, passwordField } from './fields.ts';
import { passwordProblem } from './password-rules.ts';
import { recordAudit } from './record-audit.ts';
import { hashToken } from './secret-token.ts';
import { forgetAllAttempts } from './throttle.ts';

export const setPasswordInput = z.strictObject({ token: linkTokenField, password: passwordField });

/** Sets the password of whoever holds the link, once, and ends every session that was open before. */
export async function setPassword(ctx: Context, input: z.infer<typeof setPasswordInput>) {
  const link = await findPasswordLink(ctx.db, hashToken(input.token));
  const at = ctx.now().toISOString();
  if (link === undefined || link.deactivatedAt !== null) throw new AppError('NOT_FOUND', 'This link is not valid.');
  if (link.spentAt !== null) throw new AppError('CONFLICT', 'This link has been used. Sign in, or ask for a new one.');
  if (link.expiresAt <= at)
    throw new AppError('CONFLICT', 'This link has expired. Ask an administrator for a new one.');
  const problem = passwordProblem(input.password, link.email);
  if (problem !== null) throw new AppError('BAD_REQUEST', problem);
  const password = await hashPassword(input.password);
  await ctx.db.transaction().execute(async (trx) => {
    if (!(await spendPasswordLink(trx, link.id, at))) throw new AppError('CONFLICT', 'This link has just been used.');
    await savePassword(trx, link.userId, password, at);
    await deleteSessions(trx, link.userId);
    await forgetAllAttempts(trx, link.email);
    const actor = { kind: 'person' as const, id: link.userId, name: link.name, grants: [] };
    await recordAudit(trx, { ...ctx, actor }, { action: 'password.set', platformId: null, subject: link.userId });
  });
  return { email: link.email };
}
