import { type Migration, partOf, required } from './migration.ts';

/** Person-days as a platform estimates them, in place of what the rubric says. */
export const effortEstimates: Migration = {
  name: '0018-effort-estimates',
  async up(db) {
    await db.schema
      .createTable('effortEstimate')
      .addColumn('platformId', 'text', partOf('platform.id'))
      .addColumn('criterion', 'text', required)
      .addColumn('capability', 'text', required)
      .addColumn('days', 'double precision', required)
      .addPrimaryKeyConstraint('effortEstimate_key', ['platformId', 'criterion', 'capability'])
      .execute();
  },
};
