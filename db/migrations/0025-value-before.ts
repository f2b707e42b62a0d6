import type { Migration } from './migration.ts';

/** What an answer counted when work on it began, beside its state: in packs that add up answers one can be better and still not full. */
export const valueBefore: Migration = {
  name: '0025-value-before',
  async up(db) {
    await db.schema.alterTable('improvementCriterion').addColumn('valueBefore', 'double precision').execute();
  },
};
