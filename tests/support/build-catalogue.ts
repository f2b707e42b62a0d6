import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { createPlatform } from '#server/catalogue/create-platform.ts';
import { testContext } from './test-context.ts';

/** A platform made by the product's own verb; returns its id. */
export async function createTestPlatform(
  db: Kysely<Database>,
  key = 'payments',
  capabilities = ['observability', 'security'],
  pack?: string,
): Promise<string> {
  const settings = { key, name: `The ${key} platform`, timeZone: 'UTC', fiscalYearStartMonth: 1, capabilities, pack };
  await createPlatform(testContext(db), settings);
  const { id } = await db.selectFrom('platform').select('id').where('key', '=', key).executeTakeFirstOrThrow();
  return id;
}
