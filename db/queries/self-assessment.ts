import type { Insertable, Kysely } from 'kysely';
import type { Database, SelfAssessmentImportTable, SelfAssessmentTable } from '../schema.ts';

type Db = Kysely<Database>;

/** Of each aspect and capability the newest claim by an instant, with who made it and what it was imported from. */
export function listClaims(db: Db, { platformId, asOf }: { platformId: string; asOf: string }) {
  return db
    .selectFrom('selfAssessment as claim')
    .leftJoin('user', 'user.id', 'claim.answeredBy')
    .leftJoin('selfAssessmentImport as import', 'import.id', 'claim.importId')
    .select(['claim.aspect', 'claim.capability', 'claim.claimed', 'claim.answeredAt', 'claim.answeredBy'])
    .select(['user.name as answererName', 'import.source', 'import.version'])
    .where('claim.platformId', '=', platformId)
    .where('claim.answeredAt', '<=', asOf)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('selfAssessment as newer')
            .select('newer.aspect')
            .whereRef('newer.platformId', '=', 'claim.platformId')
            .whereRef('newer.aspect', '=', 'claim.aspect')
            .whereRef('newer.capability', '=', 'claim.capability')
            .whereRef('newer.answeredAt', '>', 'claim.answeredAt')
            .where('newer.answeredAt', '<=', asOf),
        ),
      ),
    )
    .orderBy('claim.aspect')
    .orderBy('claim.capability')
    .execute();
}

/** Of two answers at one instant the later one holds. */
export async function insertClaims(trx: Db, rows: Insertable<SelfAssessmentTable>[]): Promise<void> {
  await trx
    .insertInto('selfAssessment')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['platformId', 'aspect', 'capability', 'answeredAt']).doUpdateSet(({ ref }) => ({
        claimed: ref('excluded.claimed'),
        answeredBy: ref('excluded.answeredBy'),
        importId: ref('excluded.importId'),
      })),
    )
    .execute();
}

export async function insertClaimsImport(trx: Db, row: Insertable<SelfAssessmentImportTable>): Promise<void> {
  await trx.insertInto('selfAssessmentImport').values(row).execute();
}
