import type { Kysely } from 'kysely';
import { packDay } from '../packed-days.ts';
import type { Database } from '../schema.ts';
import { type Migration, partOf, required } from './migration.ts';

/** So many days are read at once: few enough for memory, however many series there are. */
const DAYS_AT_ONCE = 30;

/** Scoring reads a platform's whole evidence: packed by day it is some rows instead of many thousands. */
export const packedDays: Migration = {
  name: '0023-packed-days',
  async up(db) {
    await db.schema
      .createTable('packedDay')
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('day', 'integer', required)
      .addColumn('newestMs', 'bigint', required)
      .addColumn('packed', 'text', required)
      .addPrimaryKeyConstraint('packedDay_key', ['platformId', 'day'])
      .execute();
    for (const column of ['revision', 'behind']) {
      await db.schema
        .alterTable('currentScorecard')
        .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
        .execute();
    }
    for (const { id } of await db.selectFrom('platform').select('id').execute()) await packPlatform(db, id);
  },
};

async function packPlatform(db: Kysely<Database>, platformId: string): Promise<void> {
  const ofPlatform = db
    .selectFrom('series')
    .innerJoin('sampleDay', 'sampleDay.seriesId', 'series.id')
    .where('series.platformId', '=', platformId);
  const days = (await ofPlatform.select('day').distinct().orderBy('day').execute()).map(({ day }) => day);
  for (let from = 0; from < days.length; from += DAYS_AT_ONCE) {
    const some = days.slice(from, from + DAYS_AT_ONCE);
    const rows = await ofPlatform.selectAll('sampleDay').where('day', 'in', some).execute();
    for (const [day, own] of Map.groupBy(rows, (row) => row.day)) {
      const newestMs = Math.max(
        ...own.map(({ lastAtMs, newestReceivedAtMs }) => Math.max(lastAtMs, newestReceivedAtMs)),
      );
      await db
        .insertInto('packedDay')
        .values({ platformId, day, newestMs, packed: packDay(own) })
        .execute();
    }
  }
}
