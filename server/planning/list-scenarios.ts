import { z } from 'zod';
import { listScenarios as listRows } from '#db/queries/scenarios.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { signScenario } from './describe-scenario.ts';
import { outlineScenariosTask } from './outline-scenarios.ts';
import { isAllowed } from './require-scenario.ts';

export const listScenariosInput = z.strictObject({ platform: keyField });

/**
 * The scenarios of a platform, each with what it comes to on the evidence of now, the newest first. What each assumes is told
 * where one is read.
 */
export async function listScenarios(ctx: Context, input: z.infer<typeof listScenariosInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rows = await listRows(ctx.db, platform.id);
  const outlined = rows.length === 0 ? null : await ctx.runTask(outlineScenariosTask, { platformId: platform.id });
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    asOf: outlined?.asOf ?? null,
    now: outlined?.now ?? null,
    mayKeep: isAllowed(ctx, platform.id, 'owner'),
    scenarios: await Promise.all(
      rows.map(async (row) => ({
        ...(await signScenario(ctx, platform.id, row)),
        // one that was made a moment ago may be missing
        ...(outlined?.outlines[row.id] ?? { assumed: 0, outcome: null }),
      })),
    ),
  };
}
