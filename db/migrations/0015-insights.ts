import type { Migration } from './migration.ts';

/** What follows from the current scorecard and its past: worked out when it is stored, never while a page waits. */
export const insights: Migration = {
  name: '0015-insights',
  async up(db) {
    await db.schema.alterTable('currentScorecard').addColumn('insights', 'text').execute();
  },
};
