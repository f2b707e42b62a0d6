import { expressionBuilder, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Database, SurveyAddressTable } from '../schema.ts';
import { claimFirst } from './claim-first.ts';
import { inChunks } from './in-chunks.ts';

type Db = Kysely<Database>;
export type SurveyAddress = Selectable<SurveyAddressTable>;
type NewAddress = Pick<SurveyAddress, 'id' | 'cycleId' | 'teamId' | 'address' | 'askedAt' | 'runAtMs'>;

const WAITING = { state: 'ready' as const, leaseUntilMs: null, attempts: 0, error: null };

export async function insertSurveyAddresses(trx: Db, addresses: NewAddress[]): Promise<void> {
  const rows: Insertable<SurveyAddressTable>[] = addresses.map((one) => ({ ...one, ...WAITING, reminder: 0 }));
  for (const chunk of inChunks(rows)) await trx.insertInto('surveyAddress').values(chunk).execute();
}

export function findSurveyAddress(db: Db, id: string): Promise<SurveyAddress | undefined> {
  return db.selectFrom('surveyAddress').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Another address in the place of one that was refused; whether that is still so and the new one is nobody's yet. */
export async function readdressSurveyMail(
  trx: Db,
  { id, cycleId }: Pick<SurveyAddress, 'id' | 'cycleId'>,
  change: Pick<SurveyAddress, 'address' | 'runAtMs'>,
): Promise<boolean> {
  const taken = await trx
    .selectFrom('surveyAddress')
    .select('id')
    .where('cycleId', '=', cycleId)
    .where('address', '=', change.address)
    .executeTakeFirst();
  if (taken !== undefined) return false;
  const { numUpdatedRows } = await trx
    .updateTable('surveyAddress')
    .set({ ...WAITING, ...change })
    .where('id', '=', id)
    .where('state', '=', 'refused')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteSurveyAddress(db: Db, id: string): Promise<void> {
  await db.deleteFrom('surveyAddress').where('id', '=', id).execute();
}

/** At the close: nobody is known any more. */
export async function deleteAddressesOf(trx: Db, cycleId: string): Promise<void> {
  await trx.deleteFrom('surveyAddress').where('cycleId', '=', cycleId).execute();
}

/** Of each team that is asked by e-mail: since when it was last asked to be written to, and how many mails are in which state. */
export function listTeamMail(db: Db, cycleId: string) {
  return db
    .selectFrom('surveyAddress')
    .select(['teamId', 'state'])
    .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.max('askedAt').as('askedAt')])
    .where('cycleId', '=', cycleId)
    .groupBy(['teamId', 'state'])
    .execute();
}

/** Mails that a server refused, or that were tried long enough; nobody got a link by them. */
export function listRefused(db: Db, cycleId: string): Promise<SurveyAddress[]> {
  return db
    .selectFrom('surveyAddress')
    .selectAll()
    .where('cycleId', '=', cycleId)
    .where('state', '=', 'refused')
    .orderBy('address')
    .execute();
}

/** Asks for a reminder to every address of a team. */
export async function askForReminder(
  trx: Db,
  team: Pick<SurveyAddress, 'cycleId' | 'teamId' | 'askedAt' | 'runAtMs'>,
): Promise<void> {
  const { cycleId, teamId, askedAt, runAtMs } = team;
  await trx
    .updateTable('surveyAddress')
    .set({ ...WAITING, reminder: 1, askedAt, runAtMs })
    .where('cycleId', '=', cycleId)
    .where('teamId', '=', teamId)
    .execute();
}

/**
 * Takes a mail that is due, for one of several senders, until its lease ends. In no order that anybody could foresee: ids
 * are random.
 */
export function claimSurveyAddress(db: Db, nowMs: number, leaseMs: number): Promise<SurveyAddress | undefined> {
  const eb = expressionBuilder<Database, 'surveyAddress'>();
  // whoever had it stopped in the middle: the mail may have come
  const reminder = eb.case().when('state', '=', 'running').then(1).else(eb.ref('reminder')).end();
  return claimFirst(db, 'surveyAddress', { nowMs, leaseMs, change: { reminder } });
}

type Result = Pick<SurveyAddress, 'state' | 'error'> & Partial<Pick<SurveyAddress, 'runAtMs' | 'reminder'>>;

export async function saveSurveyMail(db: Db, id: string, result: Result): Promise<void> {
  await db
    .updateTable('surveyAddress')
    .set({ ...result, leaseUntilMs: null })
    .where('id', '=', id)
    .execute();
}
