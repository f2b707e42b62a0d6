import type { SurveyTest } from '../compiled.ts';
import type { Evidence, SurveyAggregate } from '../evidence/load-bundle.ts';
import { meanT } from '../statistics/mean-t.ts';
import type { Interval } from '../statistics/statistic.ts';
import { wilson } from '../statistics/wilson.ts';
import { INCONCLUSIVE, MET, NO_DATA, NOT_MET, STALE, TOO_FEW_RESPONSES } from './codes.ts';
import { sumSorted } from './sum-sorted.ts';
import { type Bar, judge } from './verdict.ts';

/** A survey leaf with the key of its aggregates and its bar. */
export type SurveyAddress = { test: SurveyTest; key: string; bar: Bar };
/** What a survey leaf saw: the aggregate it rests on, its interval where one can be given, and what keeps it open whatever the bar. */
export type SurveyReading = {
  code: number;
  /** 0, or the code of what no interval can settle */
  open: number;
  aggregate: SurveyAggregate | null;
  interval: Interval | null;
  stale: boolean;
};

const isDecided = ({ code }: SurveyReading) => code === MET || code === NOT_MET;

/**
 * Decides a survey leaf on the newest released aggregate (docs/scoring.md §3.1).
 * A limiter is tested on the newest aggregate that decides, however old.
 */
export function testSurvey(leaf: SurveyAddress, loaded: Evidence, limiter: boolean): SurveyReading {
  const aggregates = loaded.surveys.get(leaf.key);
  const newest = aggregates?.[0];
  if (!aggregates || !newest) return { code: NO_DATA, open: NO_DATA, aggregate: null, interval: null, stale: false };
  const reading = read(leaf, newest, loaded);
  if (!limiter) return reading.stale ? { ...reading, code: STALE, open: STALE } : reading;
  if (isDecided(reading)) return reading;
  for (let i = 1; i < aggregates.length; i++) {
    const older = aggregates[i];
    const earlier = older && read(leaf, older, loaded);
    if (earlier && isDecided(earlier)) return earlier;
  }
  return reading;
}

function read({ test, bar }: SurveyAddress, aggregate: SurveyAggregate, loaded: Evidence): SurveyReading {
  const stale = loaded.asOfMs - aggregate.observedAtMs > test.maxAgeSeconds * 1000;
  const { minimumGroup } = loaded.settings;
  const n = aggregate.n ?? 0;
  const interval = n < minimumGroup ? null : intervalOf(test, aggregate, n);
  const hidden = n < minimumGroup || estimateOf(test, aggregate) === null;
  const open = hidden ? TOO_FEW_RESPONSES : isSettled(test, aggregate, n, minimumGroup) ? 0 : INCONCLUSIVE;
  return { code: open || judge(interval ?? UNDECIDED, bar), open, aggregate, interval, stale };
}

const UNDECIDED: Interval = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };

/** The share or mean that a leaf tests; null where it is hidden. */
export function estimateOf({ answers }: SurveyTest, { counts, mean }: SurveyAggregate): number | null {
  if (!answers) return mean;
  if (!counts) return null;
  const all = sumSorted(Object.values(counts), (count) => count);
  return all === 0 ? null : sumSorted(answers, (answer) => counts[answer] ?? 0) / all;
}

/** The interval if `n` people of those invited had answered alike. */
export function intervalOf(test: SurveyTest, aggregate: SurveyAggregate, n: number): Interval | null {
  const estimate = estimateOf(test, aggregate);
  if (estimate === null) return null;
  if (test.answers) return wilson(estimate, n, test.confidence, aggregate.invited);
  if (aggregate.sd === null && n < aggregate.invited) return null;
  return meanT({ mean: estimate, sd: aggregate.sd ?? 0, n }, test.confidence, aggregate.invited);
}

/** A mean settles nothing where its spread is hidden, or where all answers are equal and few. */
function isSettled(test: SurveyTest, { sd, invited }: SurveyAggregate, n: number, minimumGroup: number): boolean {
  if (test.answers) return true;
  if (sd === null) return n >= invited;
  return sd > 0 || n >= 2 * minimumGroup;
}

/**
 * The least number m of further answers, up to N − n, that would decide an inconclusive leaf at the same share; null if none would.
 * Intervals at the same share only shrink as answers come in, so halving finds it.
 */
export function moreAnswers(
  { test, bar }: SurveyAddress,
  aggregate: SurveyAggregate,
  minimumGroup: number,
): number | null {
  const n = aggregate.n ?? 0;
  const decides = (m: number) => {
    const interval = intervalOf(test, aggregate, n + m);
    return (
      interval !== null && isSettled(test, aggregate, n + m, minimumGroup) && judge(interval, bar) !== INCONCLUSIVE
    );
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
