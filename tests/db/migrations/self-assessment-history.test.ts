import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/registry.ts';
import { insertPlatformWithCapabilities } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

onBothDatabases('the history of the self-assessment', (makeDb) => {
  test('begins with the claims that were there before it', async () => {
    const db = await makeDb();
    await insertPlatformWithCapabilities(db);
    // back to the shape of 0004, with one claim in it
    await sql`drop table "selfAssessment"`.execute(db);
    await sql`drop table "selfAssessmentImport"`.execute(db);
    await sql`create table "selfAssessment" ("platformId" text not null, "aspect" text not null, "capability" text not null,
      "claimed" double precision, "answeredBy" text not null, "answeredAt" text not null,
      constraint "selfAssessment_key" primary key ("platformId", "aspect", "capability"))`.execute(db);
    await sql`insert into "selfAssessment" values ('payments', 'interfaces', '', 2.5, 'ann', '2026-11-01T00:00:00.000Z')`.execute(
      db,
    );
    await db.deleteFrom('migration').where('name', '=', '0010-self-assessment-history').execute();
    await migrate(db, migrations);
    const kept = { platformId: 'payments', aspect: 'interfaces', capability: '', claimed: 2.5, answeredBy: 'ann' };
    expect(await db.selectFrom('selfAssessment').selectAll().execute()).toEqual([
      { ...kept, answeredAt: '2026-11-01T00:00:00.000Z', importId: null },
    ]);
  });
});
