import { type Migration, partOf, required } from './migration.ts';

/** What single criteria aim at, in rubrics that add up answers. */
export const itemTargets: Migration = {
  name: '0022-item-targets',
  async up(db) {
    await db.schema
      .createTable('itemTarget')
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('capability', 'text', required)
      .addColumn('criterion', 'text', required)
      .addColumn('value', 'double precision', required)
      .addPrimaryKeyConstraint('itemTarget_key', ['platformId', 'capability', 'criterion'])
      .execute();
  },
};
