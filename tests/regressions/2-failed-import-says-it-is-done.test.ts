import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { importCsv } from '#server/evidence/import-csv.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { person, testContext } from '#tests/support/test-context.ts';

/** Aborting the reader of CSV completes it first: an import that the database refused ended as if it were done. */
test('an import that cannot be written fails, and not in silence', async () => {
  const { db, remove } = await makeSqlite();
  onTestFinished(remove);
  await insertPlatformWithCapabilities(db);
  await sql`create trigger full before insert on sample begin select raise(abort, 'no room'); end`.execute(db);
  const csv = 'metric,capability,at,value\nself-service-rate,build-test,2026-11-21,0.5';
  const importing = importCsv(testContext(db, person('editor')), { platform: 'payments', csv, fileName: 'a.csv' });
  await expect(importing).rejects.toThrow('no room');
});
