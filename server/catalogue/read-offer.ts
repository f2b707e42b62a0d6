import type { Context } from '../context.ts';
import { requireAdmin } from '../people/permissions.ts';
import { newestRubric } from './insert-platform.ts';

/** What a new platform can be made of. */
export async function readOffer(ctx: Context) {
  requireAdmin(ctx, 'admin');
  const { capabilities } = newestRubric().pack.pack;
  return { capabilities: capabilities.map(({ key, name, description }) => ({ key, name, description })) };
}
