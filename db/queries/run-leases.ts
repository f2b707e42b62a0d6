import { type Expression, type ExpressionBuilder, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** Tables of what is asked or called at its interval, by one process at a time. */
type Connection = 'source' | 'tracker';

/** Nobody has it, or whoever had it died. */
export const isFree = (eb: ExpressionBuilder<Database, Connection>, nowMs: number): Expression<SqlBool> =>
  eb.or([eb('leaseUntilMs', 'is', null), eb('leaseUntilMs', '<=', nowMs)]);

type Claim = { id: string; nowMs: number; leaseUntilMs: number; among: Expression<SqlBool> };

/** Takes a source or a tracker for one run, also among several processes; undefined where another run holds it, or it rests. */
export function claimRun<Table extends Connection>(
  db: Kysely<Database>,
  table: Table,
  { id, nowMs, leaseUntilMs, among }: Claim,
): Promise<Selectable<Database[Table]> | undefined> {
  const connection: Connection = table;
  return db
    .updateTable(connection)
    .set({ leaseUntilMs, nextRunAtMs: sql<number>`cast(${nowMs} as bigint) + ${sql.ref('intervalMinutes')} * 60000` })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where((eb) => isFree(eb, nowMs))
    .where(among)
    .returningAll()
    .$castTo<Selectable<Database[Table]>>()
    .executeTakeFirst();
}

type Claimed = { id: string; nextRunAtMs: number; leaseUntilMs: number | null };

/** Gives it back after its run. Where somebody asked for another run meanwhile, that request stands. */
export async function releaseRun(
  db: Kysely<Database>,
  table: Connection,
  claimed: Claimed,
  { lastRunAtMs, nextRunAtMs }: { lastRunAtMs: number; nextRunAtMs: number },
): Promise<void> {
  await db
    .updateTable(table)
    .set({ nextRunAtMs })
    .where('id', '=', claimed.id)
    .where('nextRunAtMs', '=', claimed.nextRunAtMs)
    .execute();
  await db
    .updateTable(table)
    .set({ lastRunAtMs, leaseUntilMs: null })
    .where('id', '=', claimed.id)
    .where('leaseUntilMs', '=', claimed.leaseUntilMs)
    .execute();
}
