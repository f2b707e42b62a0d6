import { z } from 'zod';
import { keyOf } from '../evidence/day-columns.ts';
import type { LoadedBundle } from '../evidence/load-bundle.ts';
import type { Rubric } from '../rubric.ts';
import { ANNOUNCED_BASE, EXEMPT_BASE, MET, meaningOf, NO_DATA, NOT_APPLICABLE, NOT_MET, STALE_BASE } from './codes.ts';
import { decideCriteria } from './criterion.ts';
import { type Plan, planFor } from './plan.ts';
import { scoreStates } from './score.ts';
import type { Scorecard } from './scorecard.ts';

/** What one may assume of a criterion. For a limiter `met` means that the symptom is there. */
export const ASSUMABLE = ['met', 'not_met', 'unknown', 'exempt', 'not_applicable'] as const;

export const assumptionSchema = z.strictObject({
  criterion: z.string().max(20),
  /** null: a criterion of the platform as a whole; it counts in every cell that has a copy */
  capability: z.string().max(60).nullable(),
  state: z.enum(ASSUMABLE),
});
/** A criterion taken to be in a state, whatever the evidence says. */
export type Assumption = z.infer<typeof assumptionSchema>;

/**
 * The hypothetical scorecard of a what-if (docs/scoring.md §7): the evidence as it is, but for the criteria named. The same
 * engine and rules as `score`; assuming nothing, or what is so anyway, gives its scorecard. An assumption takes the place of
 * evidence, exemption, announcement and approval; where `applies_to` leaves a criterion out it stays out. It carries no
 * confidence. Of two assumptions about one criterion the later counts. Throws where there is no such criterion.
 */
export function scoreAssuming(rubric: Rubric, loaded: LoadedBundle, assumed: readonly Assumption[]): Scorecard {
  const plan = planFor(rubric, loaded);
  const decided = decideCriteria(plan, loaded);
  const { states, kinds } = decided;
  const own = Uint8Array.from(states);
  for (const one of assumed) {
    const place = placeOf(plan, one);
    const was = own[place] ?? NOT_APPLICABLE;
    if (plan.tests[place]?.node === null) continue;
    if (one.state === meaningOf(was).state && states[place] === was) continue;
    states[place] = codeOf(one.state, was);
    kinds[place] = 0;
  }
  return scoreStates(rubric, loaded, { plan, decided });
}

function placeOf(plan: Plan, { criterion, capability }: Assumption): number {
  const place = plan.testByKey.get(keyOf(criterion, capability));
  if (place === undefined)
    throw new RangeError(`There is no criterion ${criterion} for ${capability ?? 'the platform'}.`);
  return place;
}

/** The state code of an assumption; what is exempt keeps the verdict of its own test. */
function codeOf(state: Assumption['state'], was: number): number {
  if (state === 'met') return MET;
  if (state === 'not_met') return NOT_MET;
  if (state === 'unknown') return NO_DATA;
  if (state === 'not_applicable') return NOT_APPLICABLE;
  if (was === NOT_APPLICABLE) return EXEMPT_BASE + NO_DATA;
  if (was >= ANNOUNCED_BASE) return EXEMPT_BASE + was - ANNOUNCED_BASE;
  if (was >= EXEMPT_BASE) return was;
  return EXEMPT_BASE + (was >= STALE_BASE ? was - STALE_BASE : was);
}
