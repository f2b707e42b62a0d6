import { z } from 'zod';
import { listImprovementCriteria, listImprovements } from '#db/queries/improvements.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { describeImprovement } from './describe-improvement.ts';
import { IMPROVEMENT_STATES } from './improvement-states.ts';
import { readSurroundings } from './read-surroundings.ts';

export const listBacklogInput = z.strictObject({
  platform: keyField,
  /** only what has a criterion of this capability, or of the platform as a whole */
  capability: keyField.optional(),
});

/** The improvements of a platform in the order of their columns, from stored rows alone: nothing is scored. */
export async function listBacklog(ctx: Context, input: z.infer<typeof listBacklogInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const [rows, criteria, around] = await Promise.all([
    listImprovements(ctx.db, platform.id),
    listImprovementCriteria(ctx.db, { platformId: platform.id }),
    readSurroundings(ctx, platform),
  ]);
  const { capability } = input;
  const byImprovement = Map.groupBy(criteria, ({ improvementId }) => improvementId);
  const items = rows.flatMap((row) => {
    const own = byImprovement.get(row.id) ?? [];
    const isAbout =
      capability === undefined || own.some((one) => one.capability === capability || one.capability === '');
    return isAbout ? [describeImprovement(row, own, around)] : [];
  });
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    now: ctx.now().toISOString(),
    states: IMPROVEMENT_STATES,
    aspects: rubricOf(platform).pack.pack.aspects.map(({ key, name }) => ({ key, name })),
    mayPropose: around.rights.propose,
    mayImport: around.rights.everything,
    items,
  };
}
