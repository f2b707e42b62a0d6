import { keyOf } from '../evidence/day-columns.ts';
import { ANNOUNCED_BASE, EXEMPT_BASE, MET, meaningOf, NO_DATA, NOT_APPLICABLE, NOT_MET, STALE_BASE } from './codes.ts';
import type { NumberedStates } from './roll-ups/read-numbers.ts';

/** What one may assume of a criterion. For a limiter `met` means that the symptom is there. */
export const ASSUMABLE = ['met', 'not_met', 'unknown', 'exempt', 'not_applicable'] as const;

/**
 * A criterion taken to be in a state, whatever the evidence says; `capability` null: a criterion of the platform as a whole.
 * `value`: of one that is not met, in packs that add up answers, what its answer counts all the same (nothing, where it is absent).
 */
export type Assumption = {
  criterion: string;
  capability: string | null;
  state: (typeof ASSUMABLE)[number];
  value?: number;
};

/** Where criteria are tested, by `keyOf(criterion, capability)`, and whether `applies_to` leaves a place out. */
export type Places = { testByKey: ReadonlyMap<string, number>; isLeftOut: (test: number) => boolean };

/**
 * Puts assumptions into states and returns the places that differ from before. What is so anyway stays as it is, with its
 * evidence; what is assumed carries none. Of two assumptions about one place the later counts. Throws where there is no such place.
 */
export function assumeStates(places: Places, decided: NumberedStates, assumed: readonly Assumption[]): number[] {
  const { states, kinds, numbers } = decided;
  const wanted = new Map(assumed.map((one) => [placeOf(places, one), one]));
  const changed: number[] = [];
  for (const [place, { state, value }] of wanted) {
    const was = states[place] ?? NOT_APPLICABLE;
    const isSame = state === meaningOf(was).state;
    const recounts = numbers !== undefined && value !== undefined && numbers[place] !== value;
    if (places.isLeftOut(place) || (isSame && !recounts)) continue;
    if (!isSame) states[place] = codeOf(state, was);
    if (recounts) numbers[place] = value;
    kinds[place] = 0;
    changed.push(place);
  }
  return changed;
}

function placeOf({ testByKey }: Places, { criterion, capability }: Assumption): number {
  const place = testByKey.get(keyOf(criterion, capability));
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
  return EXEMPT_BASE + (was >= STALE_BASE ? was - STALE_BASE : was);
}
