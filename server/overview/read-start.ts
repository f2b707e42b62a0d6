import { hasAdministrator } from '#db/queries/people.ts';
import { listPlatforms } from '../catalogue/list-platforms.ts';
import type { Context } from '../context.ts';

/**
 * Where whoever opens the bare address belongs: to their first platform, to the sign-in, or, while nobody has an account,
 * to the set-up link. Tells nothing else.
 */
export async function readStart(ctx: Context) {
  if (ctx.actor.kind === 'anonymous') {
    return { state: (await hasAdministrator(ctx.db)) ? ('signed-out' as const) : ('nobody' as const) };
  }
  const [first] = await listPlatforms(ctx);
  if (first === undefined) return { state: 'no-platform' as const };
  return { state: 'platform' as const, platform: first.key };
}
