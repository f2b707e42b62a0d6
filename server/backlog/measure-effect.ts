import type { ImprovementCriterion } from '#db/queries/improvements.ts';
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { ASSUMABLE, type Assumption } from '#rubrics/scoring/assume-states.ts';
import { effectBetween, resultsByPlace, standingOf } from '#rubrics/scoring/effect.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import type { Scored } from '../assessments/score-platform.ts';
import type { MeasuredEffect } from './backlog-snapshot.ts';

type Measured = Omit<ImprovementCriterion, 'improvementId'>;

/**
 * The difference that the flips of an improvement make in a scorecard: that scorecard, less the hypothetical one under the same
 * evidence in which its criteria are still in the states that they had when work began. What was there before, or counts by
 * an exemption anyway, makes none. Anybody can compute it again from the same bundle (docs/decisions/0012).
 */
export function measureEffect({ rubric, loaded, scorecard }: Scored, criteria: readonly Measured[]): MeasuredEffect {
  const results = resultsByPlace(scorecard);
  const without = criteria.flatMap(({ criterion, capability, stateBefore, valueBefore }): Assumption[] => {
    const place = { criterion, capability: capability || null };
    const result = results.get(keyOf(place.criterion, place.capability));
    if (result === undefined || result.state === 'exempt' || standingOf(result) !== 'reached') return [];
    const state = assumedBefore(stateBefore);
    // an answer that fell short counted something all the same
    return [
      state === 'not_met' && valueBefore !== null ? { ...place, state, value: valueBefore } : { ...place, state },
    ];
  });
  const { asOf, bundleSha256 } = scorecard;
  return { asOf, bundleSha256, ...effectBetween(scoreAssuming(rubric, loaded, without), scorecard) };
}

/** What was not in force before, or was never scored, is taken as not known. */
function assumedBefore(state: Measured['stateBefore']): Assumption['state'] {
  if (state === 'not_applicable') return 'unknown';
  return ASSUMABLE.find((one) => one === state) ?? 'unknown';
}
