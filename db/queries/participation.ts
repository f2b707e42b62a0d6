import type { Kysely, Selectable } from 'kysely';
import type { Database, ParticipationBandTable } from '../schema.ts';

type Db = Kysely<Database>;
export type ParticipationBand = Selectable<ParticipationBandTable>;

/** What was counted last of each cycle. */
export async function listBands(db: Db, cycleIds: readonly string[]): Promise<ParticipationBand[]> {
  if (cycleIds.length === 0) return [];
  return db.selectFrom('participationBand').selectAll().where('cycleId', 'in', cycleIds).execute();
}

/** Open cycles that were opened before a day and have not been counted on it. */
export function listCyclesToCount(db: Db, day: string) {
  return db
    .selectFrom('surveyCycle')
    .selectAll()
    .where('state', '=', 'open')
    .where('opensAt', '<', day)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('participationBand')
            .select('cycleId')
            .whereRef('participationBand.cycleId', '=', 'surveyCycle.id')
            .where('countedOn', '>=', day),
        ),
      ),
    )
    .orderBy('id')
    .execute();
}

/** How many links of each team count and how many were used. Nothing that answers people may ask for this. */
export async function countAnswered(
  db: Db,
  cycleId: string,
): Promise<{ teamId: string; sent: number; answered: number }[]> {
  const rows = await db
    .selectFrom('invitation')
    .select('teamId')
    .select(({ fn }) => [fn.countAll<number | string>().as('sent'), fn.sum<number | string>('spent').as('answered')])
    .where('cycleId', '=', cycleId)
    .where('voided', '=', 0)
    .groupBy('teamId')
    .execute();
  return rows.map(({ teamId, sent, answered }) => ({ teamId, sent: Number(sent), answered: Number(answered) }));
}

/** Puts a day's bands in the place of the day before. */
export async function replaceBands(trx: Db, cycleId: string, bands: ParticipationBand[]): Promise<void> {
  await deleteBands(trx, cycleId);
  if (bands.length > 0) await trx.insertInto('participationBand').values(bands).execute();
}

export async function deleteBands(trx: Db, cycleId: string): Promise<void> {
  await trx.deleteFrom('participationBand').where('cycleId', '=', cycleId).execute();
}
