import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** Counts one attempt and returns how many there were in the window, in one statement, so that no process misses another's. */
export async function countAttempt(
  db: Kysely<Database>,
  key: string,
  nowMs: number,
  windowMs: number,
): Promise<number> {
  const since = nowMs - windowMs;
  const row = await db
    .insertInto('rateLimit')
    .values({ key, count: 1, windowStartMs: nowMs })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when ${sql.ref('rateLimit.windowStartMs')} < ${since} then 1 else ${sql.ref('rateLimit.count')} + 1 end`,
        windowStartMs: sql<number>`case when ${sql.ref('rateLimit.windowStartMs')} < ${since} then ${nowMs} else ${sql.ref('rateLimit.windowStartMs')} end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function deleteAttempts(db: Kysely<Database>, key: string): Promise<void> {
  await db.deleteFrom('rateLimit').where('key', '=', key).execute();
}

/** A key and every key that continues it. */
export async function deleteAttemptsUnder(db: Kysely<Database>, beginning: string): Promise<void> {
  await db.deleteFrom('rateLimit').where('key', 'like', `${beginning}%`).execute();
}

export async function deleteAttemptsBefore(db: Kysely<Database>, beforeMs: number): Promise<void> {
  await db.deleteFrom('rateLimit').where('windowStartMs', '<', beforeMs).execute();
}
