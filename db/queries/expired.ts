import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export async function deleteIdempotencyBefore(db: Kysely<Database>, createdBeforeMs: number): Promise<void> {
  await db.deleteFrom('idempotency').where('createdAtMs', '<', createdBeforeMs).execute();
}

export async function deleteSessionsExpiredBy(db: Kysely<Database>, now: string): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', now).execute();
}
