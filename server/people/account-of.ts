import { findApiTokenById } from '#db/queries/api-tokens.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';

/**
 * Whose word it is: the id of the person who is signed in, or who made the token, so that nobody judges their own statement
 * by way of a token. A token of the operator is itself.
 */
export async function accountOf({ db, actor }: Context): Promise<string> {
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHORIZED', 'Sign in first.');
  if (actor.kind === 'person') return actor.id;
  if (actor.kind === 'system') return 'system';
  return (await findApiTokenById(db, actor.id))?.createdBy ?? `token:${actor.id}`;
}
