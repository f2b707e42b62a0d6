import { answersAddUp } from './answers-add-up.ts';
import { attestationAnswers } from './attestation-answers.ts';
import type { Check } from './check.ts';
import { criterionInPlace } from './criterion-in-place.ts';
import { followsSchema } from './follows-schema.ts';
import { hasAttribution } from './has-attribution.ts';
import { knownAspects } from './known-aspects.ts';
import { knownCapabilities } from './known-capabilities.ts';
import { knownCrosswalk } from './known-crosswalk.ts';
import { knownLabels } from './known-labels.ts';
import { knownMetrics } from './known-metrics.ts';
import { knownNeeds } from './known-needs.ts';
import { knownQuestions } from './known-questions.ts';
import { knownRenames } from './known-renames.ts';
import { knownTranslations } from './known-translations.ts';
import { levelsInOrder } from './levels-in-order.ts';
import { limitersCanFire } from './limiters-can-fire.ts';
import { loads } from './loads.ts';
import { metricScope } from './metric-scope.ts';
import { noEmptyCombination } from './no-empty-combination.ts';
import { noNeedCycles } from './no-need-cycles.ts';
import { noNpsCriterion } from './no-nps-criterion.ts';
import { reachableLevels } from './reachable-levels.ts';
import { readableDurations } from './readable-durations.ts';
import { saysHow } from './says-how.ts';
import { sharedAnswers } from './shared-answers.ts';
import { statisticFits } from './statistic-fits.ts';
import { surveyEquality } from './survey-equality.ts';
import { thresholdDimension } from './threshold-dimension.ts';
import { uniqueIds } from './unique-ids.ts';

/** Every check of a pack, the most telling first; `loads` last, for what no other check said. */
export const checks: readonly Check[] = [
  followsSchema,
  hasAttribution,
  saysHow,
  uniqueIds,
  levelsInOrder,
  knownAspects,
  knownCapabilities,
  knownMetrics,
  knownLabels,
  knownQuestions,
  knownRenames,
  knownTranslations,
  knownCrosswalk,
  criterionInPlace,
  knownNeeds,
  noNeedCycles,
  metricScope,
  noNpsCriterion,
  surveyEquality,
  statisticFits,
  thresholdDimension,
  readableDurations,
  attestationAnswers,
  answersAddUp,
  sharedAnswers,
  noEmptyCombination,
  limitersCanFire,
  reachableLevels,
  loads,
];
