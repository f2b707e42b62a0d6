import type { LoadedBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { type Plan, planFor } from '#rubrics/scoring/plan.ts';
import { readFacts } from '#rubrics/scoring/test-leaf.ts';

/**
 * What the rivals start from: every value, interval and rank already read from the evidence, unknown as NaN. Reading it is
 * not in their time. A limiter's value may be old, everything else is fresh: that is checked for them, too.
 */
export type Facts = { estimate: Float64Array; low: Float64Array; high: Float64Array };

export function factsFor(rubric: Rubric, loaded: LoadedBundle): { plan: Plan; facts: Facts } {
  const plan = planFor(rubric, loaded);
  const { open, estimate, low, high } = readFacts(plan, loaded);
  const known = (column: Float64Array) => column.map((value, i) => (open[i] === 0 ? value : Number.NaN));
  return { plan, facts: { estimate: known(estimate), low: known(low), high: known(high) } };
}
