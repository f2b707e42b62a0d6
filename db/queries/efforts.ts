import type { Kysely, Selectable } from 'kysely';
import type { Database, EffortEstimateTable } from '../schema.ts';

type Db = Kysely<Database>;
export type EffortEstimate = Selectable<EffortEstimateTable>;

export function listEffortEstimates(db: Db, platformId: string) {
  return db
    .selectFrom('effortEstimate')
    .select(['criterion', 'capability', 'days'])
    .where('platformId', '=', platformId)
    .orderBy('criterion')
    .orderBy('capability')
    .execute();
}

export function findEffortEstimate(db: Db, { platformId, criterion, capability }: Omit<EffortEstimate, 'days'>) {
  return db
    .selectFrom('effortEstimate')
    .select('days')
    .where('platformId', '=', platformId)
    .where('criterion', '=', criterion)
    .where('capability', '=', capability)
    .executeTakeFirst();
}

/** Writes the newest estimate of a place. */
export async function saveEffortEstimate(trx: Db, row: EffortEstimate): Promise<void> {
  await trx
    .insertInto('effortEstimate')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['platformId', 'criterion', 'capability']).doUpdateSet({ days: row.days }),
    )
    .execute();
}

export async function deleteEffortEstimate(trx: Db, place: Omit<EffortEstimate, 'days'>): Promise<void> {
  await trx
    .deleteFrom('effortEstimate')
    .where('platformId', '=', place.platformId)
    .where('criterion', '=', place.criterion)
    .where('capability', '=', place.capability)
    .execute();
}
