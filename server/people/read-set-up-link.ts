import { z } from 'zod';
import { findSetUpLink } from '#db/queries/people.ts';
import { newestRubric } from '../catalogue/insert-platform.ts';
import type { Context } from '../context.ts';
import { linkTokenField } from './fields.ts';
import { hashToken } from './secret-token.ts';

export const readSetUpLinkInput = z.strictObject({ token: linkTokenField });

/** Whether a set-up link still works, and the capabilities to choose from. Looking does not spend it. */
export async function readSetUpLink(ctx: Context, { token }: z.infer<typeof readSetUpLinkInput>) {
  const link = await findSetUpLink(ctx.db, hashToken(token));
  if (link === undefined) return { state: 'unknown' as const };
  if (link.spentAt !== null) return { state: 'spent' as const };
  if (link.expiresAt <= ctx.now().toISOString()) return { state: 'expired' as const };
  const { capabilities } = newestRubric().pack.pack;
  return {
    state: 'open' as const,
    capabilities: capabilities.map(({ key, name, description }) => ({ key, name, description })),
  };
}
