import { z } from 'zod';
import { keyField } from '../catalogue/fields.ts';
import type { Context } from '../context.ts';
import { idField } from '../people/fields.ts';
import { describeScenario } from './describe-scenario.ts';
import { evaluateWhatIfsTask } from './evaluate-what-ifs.ts';
import { readKept, requireScenario } from './require-scenario.ts';

export const readScenarioInput = z.strictObject({ platform: keyField, id: idField });

/** One scenario with what it comes to on the evidence of now. */
export async function readScenario(ctx: Context, input: z.infer<typeof readScenarioInput>) {
  const { platform, scenario } = await requireScenario(ctx, input, ['viewer', 'read']);
  const assumed = readKept(scenario).map(({ criterion, capability, state }) => ({ criterion, capability, state }));
  const evaluated = await ctx.runTask(evaluateWhatIfsTask, { platformId: platform.id, whatIfs: [assumed] });
  return describeScenario(ctx, { platformId: platform.id, scenario, outcome: evaluated?.outcomes[0] ?? null });
}
