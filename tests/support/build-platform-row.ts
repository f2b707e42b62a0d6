import type { Insertable, Kysely } from 'kysely';
import type { Database, PlatformTable } from '#db/schema.ts';

/** A platform as a bare row, for tests of what happens below the verbs. */
export async function insertTestPlatform(
  db: Kysely<Database>,
  given: Partial<Insertable<PlatformTable>> & { id: string },
): Promise<void> {
  await db
    .insertInto('platform')
    .values({
      key: given.id,
      name: `Platform ${given.id}`,
      timeZone: 'UTC',
      fiscalYearStartMonth: 1,
      packId: 'cncf-platform',
      packVersion: '1.0.0',
      createdAt: '2026-01-01T00:00:00.000Z',
      ...given,
    })
    .execute();
}
