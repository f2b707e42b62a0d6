import type { Scenario, ScenarioHead } from '#db/queries/scenarios.ts';
import type { Context } from '../context.ts';
import type { Outcome } from './evaluate-assumptions.ts';
import { mayChangeScenario, readKept } from './require-scenario.ts';

/** Whose a scenario is, and how it is called. */
export async function signScenario(ctx: Context, platformId: string, scenario: ScenarioHead) {
  const { id, name, description, version, createdAt, updatedAt } = scenario;
  return {
    ...{ id, name, description, version, createdAt, updatedAt },
    createdBy: scenario.authorName ?? scenario.createdBy,
    mayChange: await mayChangeScenario(ctx, platformId, scenario),
  };
}

/** A scenario as everybody sees it, with what it comes to today; `outcome` null: nothing has been scored yet. */
export async function describeScenario(
  ctx: Context,
  { platformId, scenario, outcome }: { platformId: string; scenario: Scenario; outcome: Outcome | null },
) {
  const kept = readKept(scenario);
  const titles = new Map(kept.map(({ criterion, title }) => [criterion, title]));
  return {
    ...(await signScenario(ctx, platformId, scenario)),
    assumptions: kept.map(({ criterion, capability, state }) => ({ criterion, capability, state })),
    outcome:
      outcome === null
        ? null
        : {
            percentToTarget: outcome.percentToTarget,
            effect: outcome.effect,
            effort: outcome.effort,
            counted: outcome.counted,
            gone: outcome.gone.map((one) => ({ ...one, title: titles.get(one.criterion) ?? null })),
          },
  };
}
