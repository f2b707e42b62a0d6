import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { listKnown } from './list-known.ts';

/** The rubrics that a platform can be scored by. Their texts are public; one must be signed in all the same. */
export async function listRubrics({ actor, db }: Context) {
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (actor.kind === 'token' && !actor.scopes.includes('read')) {
    throw new AppError('FORBIDDEN', 'This token lacks the scope "read".');
  }
  const known = await listKnown(db);
  return known.map(({ rubric: { id, version, sha256, pack }, published }) => ({
    ...{ id, version, sha256, name: pack.pack.name, model: pack.pack.model, license: pack.pack.license },
    attribution: pack.pack.attribution,
    floor: pack.pack.floor,
    levels: pack.pack.levels.map(({ level, key, name }) => ({ level, key, name })),
    aspects: pack.pack.aspects.map(({ key, name }) => ({ key, name })),
    criteria: pack.criteria.length,
    publishedAt: published?.publishedAt ?? null,
  }));
}
