import { z } from 'zod';
import { findApiTokenById, revokeApiToken } from '#db/queries/api-tokens.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { idField } from './fields.ts';
import { requireAdmin, requireRole } from './permissions.ts';
import { recordAudit } from './record-audit.ts';

export const revokeTokenInput = z.strictObject({ token: idField });

/** Ends a token at once. One may end one's own; administrators may end any that works on their platform. */
export async function revokeToken(ctx: Context, input: z.infer<typeof revokeTokenInput>) {
  const { actor } = ctx;
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  const token = await findApiTokenById(ctx.db, input.token);
  if (token === undefined) throw new AppError('NOT_FOUND', 'There is no such token.');
  const own = actor.kind === 'person' && token.createdBy === actor.id;
  if (!own && token.platformId === null) requireAdmin(ctx, 'admin');
  if (!own && token.platformId !== null) requireRole(ctx, token.platformId, 'admin', 'admin');
  await ctx.db.transaction().execute(async (trx) => {
    await revokeApiToken(trx, token.id, ctx.now().toISOString());
    const detail = { name: token.name };
    await recordAudit(trx, ctx, { action: 'token.revoke', platformId: token.platformId, subject: token.id, detail });
  });
  return {};
}
