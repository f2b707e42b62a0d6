import { z } from 'zod';
import { listAssessments } from '#db/queries/assessments.ts';
import { findDaySpan } from '#db/queries/history.ts';
import { listOwnedCapabilities } from '#db/queries/overview.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';

export const listPointsInput = z.strictObject({ platform: z.string() });

/** The points that one can compare, published quarters newest first and the span of days, with all that names what moved. */
export async function listPoints(ctx: Context, input: z.infer<typeof listPointsInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const { pack } = rubricOf(platform);
  const [assessments, days, capabilities] = await Promise.all([
    listAssessments(ctx.db, platform.id),
    findDaySpan(ctx.db, platform.id),
    listOwnedCapabilities(ctx.db, platform.id),
  ]);
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    quarters: assessments.filter(({ state }) => state === 'published').map(({ period, asOf }) => ({ period, asOf })),
    days: days ?? null,
    levels: pack.pack.levels.map(({ level, name }) => ({ level, name })),
    names: {
      capabilities: Object.fromEntries(capabilities.map(({ key, name }) => [key, name])),
      aspects: Object.fromEntries(pack.pack.aspects.map(({ key, name }) => [key, name])),
      criteria: Object.fromEntries(pack.criteria.map(({ id, title }) => [id, title])),
    },
  };
}
