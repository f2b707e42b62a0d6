import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { countAttempt, deleteAttempts, deleteAttemptsBefore } from '#db/queries/rate-limits.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '../errors.ts';

const WINDOW_MS = 15 * 60_000;
/** Failures in a quarter of an hour before we ask for patience. An address may be shared by a whole office. */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 100;

type Attempt = { account: string | null; address: string; now: Date };

/** Counts an attempt against its account and its address, in the database, so that every process counts together. */
export async function throttle(db: Kysely<Database>, { account, address, now }: Attempt): Promise<void> {
  await deleteAttemptsBefore(db, now.getTime() - WINDOW_MS);
  const byAddress = await countAttempt(db, addressKey(address), now.getTime(), WINDOW_MS);
  const byAccount = account === null ? 0 : await countAttempt(db, accountKey(account), now.getTime(), WINDOW_MS);
  if (byAddress > PER_ADDRESS || byAccount > PER_ACCOUNT) {
    throw new AppError('TOO_MANY_REQUESTS', 'Too many attempts. Wait a quarter of an hour, then try again.');
  }
}

/** After a success the account starts afresh; the address does not. */
export async function forgetAttempts(db: Kysely<Database>, account: string): Promise<void> {
  await deleteAttempts(db, accountKey(account));
}

// hashed: an e-mail field sometimes holds a password typed in the wrong place
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
const accountKey = (email: string) => `account:${hash(email.trim().toLowerCase())}`;
const addressKey = (address: string) => `address:${hash(address)}`;
