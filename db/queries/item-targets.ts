import type { Insertable, Kysely } from 'kysely';
import type { Database, ItemTargetTable } from '../schema.ts';

type Db = Kysely<Database>;
type Place = Omit<ItemTargetTable, 'value'>;

/** What people have set for single criteria of some platforms. */
export function listItemTargets(db: Db, platformIds: readonly string[]) {
  return db
    .selectFrom('itemTarget')
    .selectAll()
    .where('platformId', 'in', platformIds)
    .orderBy('capability')
    .orderBy('criterion')
    .execute();
}

export async function saveItemTargetRow(db: Db, row: Insertable<ItemTargetTable>): Promise<void> {
  await db
    .insertInto('itemTarget')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['platformId', 'capability', 'criterion']).doUpdateSet({ value: row.value }),
    )
    .execute();
}

export async function deleteItemTarget(db: Db, { platformId, capability, criterion }: Place): Promise<void> {
  await db
    .deleteFrom('itemTarget')
    .where('platformId', '=', platformId)
    .where('capability', '=', capability)
    .where('criterion', '=', criterion)
    .execute();
}
