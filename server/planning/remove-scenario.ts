import { z } from 'zod';
import { deleteVersion } from '#db/queries/save-version.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { readKept, requireAuthor, requireScenario, SCOPE, scenarioChanged } from './require-scenario.ts';

export const removeScenarioInput = z.strictObject({
  platform: keyField,
  id: idField,
  /** comes as text in an address */
  version: z.coerce.number().int().min(1),
});

/** Deletes a scenario; whoever made it may, and every editor. The audit log keeps that it was there. */
export async function removeScenario(ctx: Context, input: z.output<typeof removeScenarioInput>) {
  const { platform, scenario } = await requireScenario(ctx, input, ['owner', SCOPE]);
  await requireAuthor(ctx, platform.id, scenario);
  if (scenario.version !== input.version) throw scenarioChanged(scenario);
  await ctx.db.transaction().execute(async (trx) => {
    if (!(await deleteVersion(trx, 'scenario', scenario))) throw scenarioChanged(scenario);
    const { name, description } = scenario;
    const detail = { name, description, assumptions: readKept(scenario).length };
    await recordAudit(trx, ctx, { action: 'scenario.remove', platformId: platform.id, subject: scenario.id, detail });
  });
  return { id: scenario.id };
}
