import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export async function deleteIdempotencyBefore(db: Kysely<Database>, createdBeforeMs: number): Promise<void> {
  await db.deleteFrom('idempotency').where('createdAtMs', '<', createdBeforeMs).execute();
}

export async function deleteSessionsExpiredBy(db: Kysely<Database>, now: string): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', now).execute();
}

/** One-time links of people: to set a password, to set the deployment up. */
export async function deleteLinksExpiredBy(db: Kysely<Database>, at: string): Promise<void> {
  await db.deleteFrom('passwordLink').where('expiresAt', '<=', at).execute();
  await db.deleteFrom('setUpLink').where('expiresAt', '<=', at).execute();
}
