import { z } from 'zod';
import { findPasswordLink } from '#db/queries/people.ts';
import type { Context } from '../context.ts';
import { linkTokenField } from './fields.ts';
import { hashToken } from './secret-token.ts';

export const readPasswordLinkInput = z.strictObject({ token: linkTokenField });

/** Whether a link to set a password still works, and whose it is. Looking does not spend it. */
export async function readPasswordLink(ctx: Context, { token }: z.infer<typeof readPasswordLinkInput>) {
  const link = await findPasswordLink(ctx.db, hashToken(token));
  if (link === undefined || link.deactivatedAt !== null) return { state: 'unknown' as const };
  if (link.spentAt !== null) return { state: 'spent' as const };
  if (link.expiresAt <= ctx.now().toISOString()) return { state: 'expired' as const };
  return { state: 'open' as const, name: link.name, email: link.email };
}
