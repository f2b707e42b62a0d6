import type { SurveyTest } from '../compiled.ts';
import type { LoadedBundle, SurveyAggregate } from '../evidence/load-bundle.ts';
import { meanT } from '../statistics/mean-t.ts';
import type { Interval } from '../statistics/statistic.ts';
import { wilson } from '../statistics/wilson.ts';
import { INCONCLUSIVE, MET, NO_DATA, NOT_MET, STALE, TOO_FEW_RESPONSES } from './codes.ts';
import { holds } from './compare-values.ts';

/** What a survey leaf saw: the aggregate it rests on, and its interval where one can be given. */
export type SurveyReading = {
  code: number;
  aggregate: SurveyAggregate | null;
  interval: Interval | null;
  stale: boolean;
};

/**
 * Decides a survey leaf on the newest released aggregate (docs/scoring.md §3.1).
 * A limiter is tested on the newest aggregate that decides, however old.
 */
export function testSurvey(test: SurveyTest, key: string, loaded: LoadedBundle, limiter: boolean): SurveyReading {
  const aggregates = loaded.surveys.get(key) ?? [];
  const newest = aggregates[0];
  if (!newest) return { code: NO_DATA, aggregate: null, interval: null, stale: false };
  const reading = read(test, newest, loaded);
  if (!limiter) return reading.stale ? { ...reading, code: STALE } : reading;
  if (reading.code === MET || reading.code === NOT_MET) return reading;
  for (const older of aggregates.slice(1)) {
    const earlier = read(test, older, loaded);
    if (earlier.code === MET || earlier.code === NOT_MET) return earlier;
  }
  return reading;
}

function read(test: SurveyTest, aggregate: SurveyAggregate, loaded: LoadedBundle): SurveyReading {
  const stale = loaded.asOfMs - Date.parse(aggregate.observedAt) > test.maxAgeSeconds * 1000;
  const { minimumGroup } = loaded.bundle.settings;
  const n = aggregate.n ?? 0;
  const estimate = estimateOf(test, aggregate);
  if (estimate === null || n < minimumGroup) return { code: TOO_FEW_RESPONSES, aggregate, interval: null, stale };
  const interval = intervalOf(test, aggregate, n);
  if (interval === null) return { code: INCONCLUSIVE, aggregate, interval, stale };
  const code = isUnanimousMean(test, aggregate) && n < 2 * minimumGroup ? INCONCLUSIVE : decide(test, interval);
  return { code, aggregate, interval, stale };
}

/** The share or mean that a leaf tests; null where it is hidden. */
export function estimateOf(test: SurveyTest, { counts, mean }: SurveyAggregate): number | null {
  if (!test.answers) return mean;
  if (!counts) return null;
  const values = Object.values(counts).sort((a, b) => a - b);
  const all = values.reduce((sum, count) => sum + count, 0);
  const those = test.answers.map((answer) => counts[answer] ?? 0).sort((a, b) => a - b);
  return all === 0 ? null : those.reduce((sum, count) => sum + count, 0) / all;
}

/** The interval if `n` people of those invited had answered alike. */
export function intervalOf(test: SurveyTest, aggregate: SurveyAggregate, n: number): Interval | null {
  const estimate = estimateOf(test, aggregate);
  if (estimate === null) return null;
  if (test.answers) return wilson(estimate, n, test.confidence, aggregate.invited);
  if (aggregate.sd === null && n < aggregate.invited) return null;
  return meanT({ mean: estimate, sd: aggregate.sd ?? 0, n }, test.confidence, aggregate.invited);
}

/** For `≥ t`: met if the estimate is at least t and its interval ends above the floor; not met if the interval ends below t. */
export function decide(test: SurveyTest, { estimate, low, high }: Interval): number {
  const { op, threshold, floor } = test;
  const upwards = op === '>=' || op === '>';
  if (holds(estimate, op, threshold) && (upwards ? low >= floor : high <= floor)) return MET;
  return holds(upwards ? high : low, op, threshold) ? INCONCLUSIVE : NOT_MET;
}

const isUnanimousMean = (test: SurveyTest, aggregate: SurveyAggregate) => !test.answers && aggregate.sd === 0;

/**
 * The least number m of further answers, up to N − n, that would decide an inconclusive leaf at the same share; null if none would.
 * Intervals at the same share only shrink as answers come in, so halving finds it.
 */
export function moreAnswers(test: SurveyTest, aggregate: SurveyAggregate, minimumGroup: number): number | null {
  const n = aggregate.n ?? 0;
  const decides = (m: number) => {
    const interval = intervalOf(test, aggregate, n + m);
    if (interval === null || (isUnanimousMean(test, aggregate) && n + m < 2 * minimumGroup)) return false;
    return decide(test, interval) !== INCONCLUSIVE;
  };
  let most = aggregate.invited - n;
  if (most < 1 || !decides(most)) return null;
  let least = 1;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (decides(middle)) most = middle;
    else least = middle + 1;
  }
  return most;
}
