import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export type KeptAnswer = { requestHash: string; response: string };
type NewAnswer = KeptAnswer & { key: string; createdAtMs: number };

/**
 * Keeps the answer to a request under its key, or returns the answer that is kept already and not older than `sinceMs`.
 * Of two at once, the second waits for the first and then gets its answer.
 */
export async function keepAnswer(db: Kysely<Database>, answer: NewAnswer, sinceMs: number): Promise<KeptAnswer | null> {
  await db.deleteFrom('idempotency').where('key', '=', answer.key).where('createdAtMs', '<', sinceMs).execute();
  const result = await db
    .insertInto('idempotency')
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows === 1n) return null;
  return db
    .selectFrom('idempotency')
    .select(['requestHash', 'response'])
    .where('key', '=', answer.key)
    .executeTakeFirstOrThrow();
}
