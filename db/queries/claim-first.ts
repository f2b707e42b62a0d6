import type { Expression, ExpressionBuilder, Kysely, Selectable, SqlBool } from 'kysely';
import { dialectOf } from '../dialects/dialect-of.ts';
import type { Database } from '../schema.ts';

/** Tables that are queues: what waits in them is taken under a lease. */
type Queue = 'delivery' | 'job' | 'surveyAddress';
type Claim = {
  nowMs: number;
  leaseMs: number;
  /** which rows come into question; left out: all */
  among?: Expression<SqlBool>;
  /** what else a claim changes */
  change?: Record<string, Expression<unknown>>;
};

/** A row is due, or whoever had it died: its lease has ended. */
export const isWaiting = (eb: ExpressionBuilder<Database, Queue>, nowMs: number): Expression<SqlBool> =>
  eb.or([
    eb.and([eb('state', '=', 'ready'), eb('runAtMs', '<=', nowMs)]),
    eb.and([eb('state', '=', 'running'), eb('leaseUntilMs', '<=', nowMs)]),
  ]);

/** Takes the row that waits longest, for one of several workers, until its lease ends. A worker that died leaves it to the next. */
export function claimFirst<Table extends Queue>(
  db: Kysely<Database>,
  table: Table,
  { nowMs, leaseMs, among, change }: Claim,
): Promise<Selectable<Database[Table]> | undefined> {
  const queue: Queue = table;
  const lockRows = dialectOf(db) === 'postgres';
  return db
    .with('claimable', (cte) =>
      cte
        .selectFrom(queue)
        .select('id')
        .where((eb) => eb.and(among === undefined ? [isWaiting(eb, nowMs)] : [isWaiting(eb, nowMs), among]))
        .orderBy('runAtMs')
        .orderBy('id')
        .limit(1)
        .$if(lockRows, (query) => query.forUpdate().skipLocked()),
    )
    .updateTable(queue)
    .set((eb) => ({
      ...change,
      state: 'running' as const,
      leaseUntilMs: nowMs + leaseMs,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', 'in', (eb) => eb.selectFrom('claimable').select('claimable.id'))
    .returningAll()
    .$castTo<Selectable<Database[Table]>>()
    .executeTakeFirst();
}
