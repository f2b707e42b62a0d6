import type { Kysely, Selectable } from 'kysely';
import type { Database, ReportDraftTable } from '../schema.ts';

export type ReportDraft = Selectable<ReportDraftTable>;

export async function findReportDraft(
  db: Kysely<Database>,
  platformId: string,
  period: string,
): Promise<ReportDraft | undefined> {
  return db
    .selectFrom('reportDraft')
    .selectAll()
    .where('platformId', '=', platformId)
    .where('period', '=', period)
    .executeTakeFirst();
}

/** Keeps the newest wording of a quarter's draft. */
export async function saveReportDraft(trx: Kysely<Database>, row: ReportDraft): Promise<void> {
  const { note, asks, savedBy, savedById, savedAt } = row;
  await trx
    .insertInto('reportDraft')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['platformId', 'period']).doUpdateSet({ note, asks, savedBy, savedById, savedAt }),
    )
    .execute();
}

export async function deleteReportDraft(trx: Kysely<Database>, platformId: string, period: string): Promise<void> {
  await trx.deleteFrom('reportDraft').where('platformId', '=', platformId).where('period', '=', period).execute();
}
