import type { Kysely } from 'kysely';
import { findDaySpan, listDayFigures, listFlipsOfDays } from '#db/queries/history.ts';
import type { Database } from '#db/schema.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { goalOf, type resultsByPlace } from '#rubrics/scoring/effect.ts';
import type { Flip } from '#rubrics/scoring/flips.ts';
import type { CriterionResult } from '#rubrics/scoring/scorecard.ts';
import type { State } from '#rubrics/scoring/states.ts';
import { flipsSchema } from '../assessments/merge-flips.ts';
import type { ProgressDay } from './forecast-end.ts';

type Place = { criterion: string; capability: string };
type Surroundings = {
  platformId: string;
  rubric: ReadonlyMap<string, Criterion>;
  results: ReturnType<typeof resultsByPlace>;
};

const DAY = 'YYYY-MM-DD'.length;

/**
 * How many places were reached on each day of a span that was scored: from the states of now backwards through what flipped
 * each day. What counted by an exemption is not reached, unless it still does and its own test shows it.
 */
export async function traceProgress(
  db: Kysely<Database>,
  { platformId, rubric, results }: Surroundings,
  { places, from, until }: { places: readonly Place[]; from: string; until: string },
): Promise<ProgressDay[]> {
  const newest = (await findDaySpan(db, platformId))?.last;
  if (newest === undefined) return [];
  const span = { platformId, from: from.slice(0, DAY), to: newest };
  const days = (await listDayFigures(db, span)).map(({ day }) => day);
  const flips = await listFlipsOfDays(db, { platformId, after: span.from, to: newest });
  const byDay = new Map(flips.map((row) => [row.day, row.flips]));
  const known = places.filter(({ criterion }) => rubric.has(criterion));
  const states = new Map<string, State | null>(
    known.map((place) => [nameOf(place), stateNow(results.get(keyOf(place.criterion, place.capability || null)))]),
  );
  const traced = days.toReversed().map((day): ProgressDay => {
    const figures = countStates(known, states, rubric);
    const flipped = byDay.get(day);
    if (flipped !== undefined) takeBack(states, flipsSchema.parse(JSON.parse(flipped)), rubric);
    return { day, ...figures };
  });
  return traced.filter(({ day }) => day <= until.slice(0, DAY)).toReversed();
}

/** By evidence alone: of what is exempt its own test, and nothing of a symptom that was not checked lately. */
function stateNow(result: CriterionResult | undefined): State | null {
  if (result === undefined) return null;
  if (result.stale) return 'unknown';
  return result.state === 'exempt' ? (result.own ?? 'unknown') : result.state;
}

const nameOf = ({ criterion, capability }: Place) => `${criterion} ${capability}`;

/** The states as they were before what flipped. */
function takeBack(states: Map<string, State | null>, flips: readonly Flip[], rubric: Surroundings['rubric']): void {
  for (const { criterion, capability, before } of flips) {
    const place = { criterion, capability: rubric.get(criterion)?.scope === 'platform' ? '' : capability };
    if (states.has(nameOf(place))) states.set(nameOf(place), before);
  }
}

function countStates(
  places: readonly Place[],
  states: ReadonlyMap<string, State | null>,
  rubric: Surroundings['rubric'],
): Omit<ProgressDay, 'day'> {
  let [reached, of] = [0, 0];
  for (const place of places) {
    const state = states.get(nameOf(place)) ?? null;
    const criterion = rubric.get(place.criterion);
    if (state === null || criterion === undefined || state === 'not_applicable' || state === 'announced') continue;
    of += 1;
    if (state === goalOf(criterion.role)) reached += 1;
  }
  return { reached, of };
}
