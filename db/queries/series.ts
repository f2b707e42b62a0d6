import type { Kysely, Selectable } from 'kysely';
import type { Database, SeriesTable } from '../schema.ts';

export type Series = Selectable<SeriesTable>;
export type SeriesKey = Omit<Series, 'id'>;

/** The id of a series, which is made when it is new. Several writers may ask for the same one at once. */
export async function findOrInsertSeries(db: Kysely<Database>, key: SeriesKey): Promise<number> {
  const known = await findSeriesId(db, key);
  if (known !== undefined) return known;
  const made = await db
    .insertInto('series')
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  const id = made?.id ?? (await findSeriesId(db, key));
  if (id === undefined) throw new Error(`The series of ${key.metric} was neither found nor made.`);
  return id;
}

async function findSeriesId(db: Kysely<Database>, key: SeriesKey): Promise<number | undefined> {
  const row = await db
    .selectFrom('series')
    .select('id')
    .where('platformId', '=', key.platformId)
    .where('metric', '=', key.metric)
    .where('capability', '=', key.capability)
    .where('team', '=', key.team)
    .where('labels', '=', key.labels)
    .executeTakeFirst();
  return row?.id;
}

export function listSeries(db: Kysely<Database>, platformId: string): Promise<Series[]> {
  return db.selectFrom('series').selectAll().where('platformId', '=', platformId).execute();
}

/** What is measured by each of the series of some platforms. */
export function listMetricsOfSeries(
  db: Kysely<Database>,
  platformIds: readonly string[],
): Promise<Pick<Series, 'id' | 'platformId' | 'metric'>[]> {
  return db
    .selectFrom('series')
    .select(['id', 'platformId', 'metric'])
    .where('platformId', 'in', platformIds)
    .execute();
}

export function listSeriesOfMany(db: Kysely<Database>, platformIds: readonly string[]): Promise<Series[]> {
  return db.selectFrom('series').selectAll().where('platformId', 'in', platformIds).execute();
}

/** How many series platforms have and which is the newest, as a text that is another one after each new series. */
export async function countSeries(db: Kysely<Database>, platformIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('series')
    .select(({ fn }) => ['platformId', fn.countAll<number>().as('count'), fn.max('id').as('newest')])
    .where('platformId', 'in', platformIds)
    .groupBy('platformId')
    .execute();
  return new Map(rows.map(({ platformId, count, newest }) => [platformId, `${count} ${newest}`]));
}
