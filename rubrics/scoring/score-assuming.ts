import { z } from 'zod';
import type { LoadedBundle } from '../evidence/load-bundle.ts';
import type { Rubric } from '../rubric.ts';
import { ASSUMABLE, type Assumption, assumeStates } from './assume-states.ts';
import { decideCriteria } from './criterion.ts';
import { planFor } from './plan.ts';
import { withNumbers } from './roll-ups/read-numbers.ts';
import { scoreStates } from './score.ts';
import type { Scorecard } from './scorecard.ts';

export const assumptionSchema = z.strictObject({
  criterion: z.string().max(20),
  /** null: a criterion of the platform as a whole; it counts in every cell that has a copy */
  capability: z.string().max(60).nullable(),
  state: z.enum(ASSUMABLE),
});

/**
 * The hypothetical scorecard of a what-if (docs/scoring.md §7): the evidence as it is, but for the criteria named. The same
 * engine and rules as `score`; assuming nothing, or what is so anyway, gives its scorecard. An assumption takes the place of
 * evidence, exemption, announcement and approval; where `applies_to` leaves a criterion out it stays out. It carries no
 * confidence. Of two assumptions about one criterion the later counts. Throws where there is no such criterion.
 */
export function scoreAssuming(rubric: Rubric, loaded: LoadedBundle, assumed: readonly Assumption[]): Scorecard {
  const plan = planFor(rubric, loaded);
  const decided = withNumbers(decideCriteria(plan, loaded), plan, loaded);
  const isLeftOut = (test: number) => plan.tests[test]?.node === null;
  assumeStates({ testByKey: plan.testByKey, isLeftOut }, decided, assumed);
  return scoreStates(rubric, loaded, { plan, decided });
}
