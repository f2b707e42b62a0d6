import { listPlatforms as listRows } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { highestRole } from '../people/permissions.ts';

/** The platforms that one may see, by name, with what one may do there (null: the operator, or a token of theirs). */
export async function listPlatforms(ctx: Context) {
  const { actor } = ctx;
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  const rows = await listRows(ctx.db);
  return rows.flatMap(({ id, key, name, timeZone, fiscalYearStartMonth, packId, packVersion }) => {
    const grants = actor.kind === 'system' ? null : actor.grants;
    const role = grants === null ? null : highestRole(grants, id);
    if (grants !== null && role === null) return [];
    if (actor.kind === 'token' && actor.platformId !== null && actor.platformId !== id) return [];
    return [{ key, name, timeZone, fiscalYearStartMonth, rubric: { id: packId, version: packVersion }, role }];
  });
}
