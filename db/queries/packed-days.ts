import type { Insertable, Kysely } from 'kysely';
import { type PackedDay, packDay, unpackDay } from '../packed-days.ts';
import type { Database, PackedDayTable } from '../schema.ts';
import type { SampleDay } from './sample-days.ts';

type Db = Kysely<Database>;

type NewPackedDay = Insertable<PackedDayTable>;

/** All roll-ups of a platform on a day as one row; null: there are none. Takes a while for many: outside of any transaction. */
export function packPlatformDay(platformId: string, day: number, rows: readonly SampleDay[]): NewPackedDay | null {
  if (rows.length === 0) return null;
  const newestMs = rows.reduce((newest, row) => Math.max(newest, row.lastAtMs, row.newestReceivedAtMs), 0);
  return { platformId, day, newestMs, packed: packDay(rows) };
}

/** Keeps the roll-ups of a whole day of a platform beside the single ones. */
export async function savePackedDay(db: Db, row: NewPackedDay): Promise<void> {
  const { newestMs, packed } = row;
  await db
    .insertInto('packedDay')
    .values(row)
    .onConflict((conflict) => conflict.columns(['platformId', 'day']).doUpdateSet({ newestMs, packed }))
    .execute();
}

export type PlatformDay = PackedDay & { platformId: string; newestMs: number };

/** The packed days of some platforms from one day to another, both included, oldest first. */
export async function listPackedDays(
  db: Db,
  { platformIds, fromDay, toDay }: { platformIds: readonly string[]; fromDay: number; toDay: number },
): Promise<PlatformDay[]> {
  const rows = await db
    .selectFrom('packedDay')
    .selectAll()
    .where('platformId', 'in', platformIds)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .orderBy('platformId')
    .orderBy('day')
    .execute();
  return rows.map(({ platformId, day, newestMs, packed }) => ({ platformId, newestMs, ...unpackDay(day, packed) }));
}

/** Which of some platforms have something from before a day. */
export async function listPlatformsBefore(db: Db, platformIds: readonly string[], day: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('packedDay')
    .select('platformId')
    .distinct()
    .where('platformId', 'in', platformIds)
    .where('day', '<', day)
    .execute();
  return new Set(rows.map(({ platformId }) => platformId));
}
