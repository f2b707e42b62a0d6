import { countAttempt } from '#db/queries/rate-limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';

const WINDOW_MS = 15 * 60_000;
const MOST_CHECKS = 60;

/** So that nobody searches a network through the door by which settings are checked. */
export async function limitChecks(ctx: Context, noun: string): Promise<void> {
  const count = await countAttempt(ctx.db, `${noun}-check:${await accountOf(ctx)}`, ctx.now().getTime(), WINDOW_MS);
  if (count > MOST_CHECKS) throw new AppError('TOO_MANY_REQUESTS', 'Too many checks. Wait a quarter of an hour.');
}
