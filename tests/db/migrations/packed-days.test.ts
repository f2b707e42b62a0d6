import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/registry.ts';
import { foldDays } from '#server/evidence/fold-days.ts';
import { insertPlatformWithCapabilities, record } from '#tests/support/build-evidence.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { testContext } from '#tests/support/test-context.ts';

onBothDatabases('packed days', (makeDb) => {
  test('are there for everything that was folded before there were any', async () => {
    const ctx = testContext(await makeDb());
    for (const platform of ['payments', 'checkout']) {
      await insertPlatformWithCapabilities(ctx.db, platform);
      const days = ['2026-11-20', '2026-11-21'].map((day) => ({ platform, at: `${day}T10:00:00Z` }));
      await record(ctx, [...days, ...days.map((one) => ({ ...one, metric: 'fulfilment-latency', value: 3600 }))]);
      await foldDays(ctx.db, platform);
    }
    const byFolding = await ctx.db.selectFrom('packedDay').selectAll().orderBy('platformId').orderBy('day').execute();
    expect(byFolding).toHaveLength(4);
    // back to the shape of before
    await ctx.db.schema.dropTable('packedDay').execute();
    for (const column of ['revision', 'behind']) {
      await sql`alter table "currentScorecard" drop column ${sql.ref(column)}`.execute(ctx.db);
    }
    await ctx.db.deleteFrom('migration').where('name', '=', '0023-packed-days').execute();
    await migrate(ctx.db, migrations);
    expect(await ctx.db.selectFrom('packedDay').selectAll().orderBy('platformId').orderBy('day').execute()).toEqual(
      byFolding,
    );
  });
});
