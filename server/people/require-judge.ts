import { countAccounts } from '#db/queries/people.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from './account-of.ts';
import { requirePerson } from './permissions.ts';

export type Judge = { id: string; selfApproved: boolean };

/**
 * The person who may judge what `account` said, by themselves or by way of a token of theirs: never the same one, unless the
 * deployment has a single account; then the judgement is marked self-approved. A token of the operator stands for nobody.
 */
export async function requireJudge(ctx: Context, account: string): Promise<Judge> {
  const id = await personBehind(ctx);
  const selfApproved = id === account;
  if (selfApproved && (await countAccounts(ctx.db)) > 1) {
    throw new AppError('FORBIDDEN', 'This is your own statement. Somebody else needs to look at it.');
  }
  return { id, selfApproved };
}

async function personBehind(ctx: Context): Promise<string> {
  if (ctx.actor.kind !== 'token') return requirePerson(ctx).id;
  if (ctx.actor.grants !== null) return accountOf(ctx);
  throw new AppError(
    'FORBIDDEN',
    'This token stands for nobody: a person has to decide, or a token that a person made.',
  );
}
