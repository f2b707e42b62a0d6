import { z } from 'zod';
import { listScenarios as listRows } from '#db/queries/scenarios.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { requireRole } from '../people/permissions.ts';
import { describeScenario } from './describe-scenario.ts';
import { evaluateWhatIfsTask } from './evaluate-what-ifs.ts';
import { isAllowed, readKept } from './require-scenario.ts';

export const listScenariosInput = z.strictObject({ platform: keyField });

/** The scenarios of a platform, each with what it comes to on the evidence of now, the newest first. */
export async function listScenarios(ctx: Context, input: z.infer<typeof listScenariosInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rows = await listRows(ctx.db, platform.id);
  const whatIfs = rows.map((row) =>
    readKept(row).map(({ criterion, capability, state }) => ({ criterion, capability, state })),
  );
  const evaluated =
    rows.length === 0 ? null : await ctx.runTask(evaluateWhatIfsTask, { platformId: platform.id, whatIfs });
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    asOf: evaluated?.asOf ?? null,
    now: evaluated?.now ?? null,
    mayKeep: isAllowed(ctx, platform.id, 'owner'),
    scenarios: await Promise.all(
      rows.map((scenario, i) =>
        describeScenario(ctx, { platformId: platform.id, scenario, outcome: evaluated?.outcomes[i] ?? null }),
      ),
    ),
  };
}
