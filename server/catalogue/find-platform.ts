import type { Selectable } from 'kysely';
import { findPlatformByKey } from '#db/queries/catalogue.ts';
import type { PlatformTable } from '#db/schema.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { withRubric } from '../rubrics/find-rubric.ts';

export type Platform = Selectable<PlatformTable>;

/** The platform of a URL's key. Says nothing about whether one may see it: `requireRole` does, in the same words. */
export async function findPlatform(ctx: Context, key: string): Promise<Platform> {
  const platform = await findPlatformByKey(ctx.db, key);
  if (platform !== undefined) return withRubric(ctx.db, platform);
  // whoever is not signed in learns nothing about which platforms exist
  if (ctx.actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  throw new AppError('NOT_FOUND', 'There is no such platform.');
}
