import { z } from 'zod';
import { saveVersion } from '#db/queries/save-version.ts';
import { versionField } from '../backlog/improvement-fields.ts';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { recordAudit } from '../people/record-audit.ts';
import { assumptionsField, descriptionField, scenarioNameField } from './assumption-fields.ts';
import { keepAssumptions } from './keep-assumptions.ts';
import { readKept, requireAuthor, requireScenario, SCOPE, scenarioChanged } from './require-scenario.ts';

export const changeScenarioInput = z.strictObject({
  platform: keyField,
  id: idField,
  version: versionField,
  name: scenarioNameField.optional(),
  description: descriptionField.optional(),
  assumptions: assumptionsField.optional(),
});

/** Renames a scenario, describes it anew or gives it other assumptions; whoever made it may, and every editor. */
export async function changeScenario(ctx: Context, input: z.output<typeof changeScenarioInput>) {
  const { platform, scenario } = await requireScenario(ctx, input, ['owner', SCOPE]);
  await requireAuthor(ctx, platform.id, scenario);
  if (scenario.version !== input.version) throw scenarioChanged(scenario);
  const { name = scenario.name, description = scenario.description } = input;
  const { assumptions: assumed } = input;
  const before = readKept(scenario);
  const assumptions =
    assumed === undefined ? scenario.assumptions : await keepAssumptions(ctx, platform, { assumed, before });
  await ctx.db.transaction().execute(async (trx) => {
    const change = { name, description, assumptions, updatedAt: ctx.now().toISOString() };
    if (!(await saveVersion(trx, 'scenario', scenario, change))) throw scenarioChanged(scenario);
    const was = { name: scenario.name, description: scenario.description };
    const detail = { before: was, name, description, ...(assumed && { assumptions: assumed.length }) };
    await recordAudit(trx, ctx, { action: 'scenario.change', platformId: platform.id, subject: scenario.id, detail });
  });
  return { id: scenario.id, version: scenario.version + 1 };
}
