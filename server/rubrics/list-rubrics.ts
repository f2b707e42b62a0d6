import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { installedRubrics } from './rubric-of.ts';

/** The rubrics that a platform can be scored by. Their texts are public; one must be signed in all the same. */
export async function listRubrics({ actor }: Context) {
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (actor.kind === 'token' && !actor.scopes.includes('read')) {
    throw new AppError('FORBIDDEN', 'This token lacks the scope "read".');
  }
  return installedRubrics().map(({ id, version, sha256, pack: { pack, criteria } }) => ({
    ...{ id, version, sha256, name: pack.name, model: pack.model, license: pack.license },
    attribution: pack.attribution,
    floor: pack.floor,
    levels: pack.levels.map(({ level, key, name }) => ({ level, key, name })),
    aspects: pack.aspects.map(({ key, name }) => ({ key, name })),
    criteria: criteria.length,
  }));
}
