import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { countAttempt, deleteAttempts, deleteAttemptsBefore, deleteAttemptsUnder } from '#db/queries/rate-limits.ts';
import { hasSessionFrom } from '#db/queries/sessions.ts';
import type { Database } from '#db/schema.ts';
import { AppError } from '../errors.ts';
import { networkOf } from './network-of.ts';

const WINDOW_MS = 15 * 60_000;
/** Failures in a quarter of an hour before we ask for patience: at one account from one network… */
const PER_PLACE = 10;
/** …from one network, which a whole office may share… */
const PER_NETWORK = 100;
/** …and at one account from everywhere. Only many machines together reach it. */
const PER_ACCOUNT = 100;

type Attempt = { account: string; address: string; now: Date };

/**
 * Counts an attempt in the database, so that every process counts together. What is refused counts no further: one machine
 * uses up its own patience and never the owner's. From a network where the account is signed in, its owner may try even while
 * it is under attack from everywhere else.
 */
export async function throttle(db: Kysely<Database>, { account, address, now }: Attempt): Promise<void> {
  await deleteAttemptsBefore(db, now.getTime() - WINDOW_MS);
  const network = networkOf(address);
  const count = (key: string) => countAttempt(db, key, now.getTime(), WINDOW_MS);
  if ((await count(networkKey(network))) > PER_NETWORK) throw patience();
  if ((await count(placeKey(account, network))) > PER_PLACE) throw patience();
  if ((await count(accountKey(account))) <= PER_ACCOUNT) return;
  const owner = { email: account.trim().toLowerCase(), ipAddress: network, now: now.toISOString() };
  if (!(await hasSessionFrom(db, owner))) throw patience();
}

/** After a success the account starts afresh at this address; what others tried elsewhere stays counted there. */
export async function forgetAttempts(db: Kysely<Database>, account: string, address: string): Promise<void> {
  await deleteAttempts(db, placeKey(account, networkOf(address)));
  await deleteAttempts(db, accountKey(account));
}

/** After a new password, which nobody has tried yet, the account starts afresh everywhere. */
export async function forgetAllAttempts(db: Kysely<Database>, account: string): Promise<void> {
  await deleteAttemptsUnder(db, accountKey(account));
}

const patience = () =>
  new AppError('TOO_MANY_REQUESTS', 'Too many attempts. Wait a quarter of an hour, then try again.');

// hashed: an e-mail field sometimes holds a password typed in the wrong place
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
const accountKey = (email: string) => `account:${hash(email.trim().toLowerCase())}`;
const networkKey = (network: string) => `address:${hash(network)}`;
const placeKey = (email: string, network: string) => `${accountKey(email)}@${hash(network)}`;
