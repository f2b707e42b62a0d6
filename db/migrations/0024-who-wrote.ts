import type { Migration } from './migration.ts';

/** Who stands behind a name that is kept beside a text, and since when a rating round is without what was rated before. */
export const whoWrote: Migration = {
  name: '0024-who-wrote',
  async up(db) {
    await db.schema.alterTable('reportDraft').addColumn('savedById', 'text').execute();
    await db.schema.alterTable('rubricDraft').addColumn('savedById', 'text').execute();
    await db.schema.alterTable('rubricVersion').addColumn('publishedById', 'text').execute();
    await db.schema.alterTable('ratingRound').addColumn('emptiedAt', 'text').execute();
  },
};
