import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listEffortEstimates } from '#db/queries/efforts.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { listEfforts } from './list-efforts.ts';

export const readEffortsInput = z.strictObject({ platform: keyField, capability: keyField.optional() });

/** The person-days of every criterion at every place, by criterion and capability, with what the rubric says beside them. */
export async function readEfforts(ctx: Context, input: z.infer<typeof readEffortsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const [efforts, estimates, capabilities] = await Promise.all([
    listEfforts(ctx.db, platform),
    listEffortEstimates(ctx.db, platform.id),
    listCapabilities(ctx.db, platform.id),
  ]);
  const own = new Set(estimates.map(({ criterion, capability }) => keyOf(criterion, capability || null)));
  const places = [null, ...capabilities.map(({ key }) => key)].filter(
    (capability) => input.capability === undefined || capability === input.capability,
  );
  return rubricOf(platform).pack.criteria.flatMap(({ id, effort }) =>
    places.flatMap((capability) => {
      const key = keyOf(id, capability);
      const days = efforts.get(key);
      if (days === undefined) return [];
      return [{ criterion: id, capability, days, isOwn: own.has(key), rubricDays: effort ?? null }];
    }),
  );
}
