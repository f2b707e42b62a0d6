import { countAccounts } from '#db/queries/people.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { requirePerson } from './permissions.ts';

export type Judge = { id: string; selfApproved: boolean };

/**
 * The person who may judge what `account` said: never the same one, unless the deployment has a single account; then the
 * judgement is marked self-approved.
 */
export async function requireJudge(ctx: Context, account: string): Promise<Judge> {
  const { id } = requirePerson(ctx);
  const selfApproved = id === account;
  if (selfApproved && (await countAccounts(ctx.db)) > 1) {
    throw new AppError('FORBIDDEN', 'This is your own statement. Somebody else needs to look at it.');
  }
  return { id, selfApproved };
}
