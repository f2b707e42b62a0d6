import { type Exemption, findExemption } from '#db/queries/exemptions.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';

/** The request of an id. Says nothing about whether one may see it: `requireRole` does. */
export async function requireExemption(ctx: Context, id: string): Promise<Exemption> {
  if (ctx.actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  const exemption = await findExemption(ctx.db, id);
  if (!exemption) throw new AppError('NOT_FOUND', 'There is no such request.');
  return exemption;
}
