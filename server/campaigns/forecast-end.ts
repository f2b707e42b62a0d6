import { clearTrend, LEAST_POINTS } from '#rubrics/statistics/clear-trend.ts';
import type { TimedValue } from '#rubrics/statistics/theil-sen.ts';

const DAY_MS = 86_400_000;
/** The pace is that of the last quarter: what was a year ago says little about next month. */
const PACE_DAYS = 90;
/** Further ahead than this a pace says nothing. */
const FARTHEST_DAYS = 730;

export type ProgressDay = { day: string; reached: number; of: number };
export type Forecast =
  | { verdict: 'too_few'; points: number; needed: number }
  /** done: nothing is left · no_pace: chance explains what moved · beyond: later than two years from now */
  | { verdict: 'done' | 'no_pace' | 'beyond' }
  /** `endsOn`: the day on which the last place would be reached; `perWeek`: places a week */
  | { verdict: 'expected'; endsOn: string; perWeek: number };

/** When a campaign would be through at the pace of its last days; days in order of time. */
export function forecastEnd(days: readonly ProgressDay[]): Forecast {
  const last = days.at(-1);
  if (last !== undefined && last.of > 0 && last.reached >= last.of) return { verdict: 'done' };
  const first = last === undefined ? '' : dayAfter(last.day, -PACE_DAYS);
  const points = days.filter(({ day }) => day > first);
  const pace = clearTrend(points.map(({ day, reached }): TimedValue => [Date.parse(day) / DAY_MS, reached]));
  if (last === undefined || pace === null) {
    return { verdict: 'too_few', points: points.length, needed: LEAST_POINTS };
  }
  const { slope: perDay, way } = pace;
  if (way !== 1 || perDay === null || perDay <= 0) return { verdict: 'no_pace' };
  const left = Math.ceil((last.of - last.reached) / perDay);
  if (left > FARTHEST_DAYS) return { verdict: 'beyond' };
  return { verdict: 'expected', endsOn: dayAfter(last.day, left), perWeek: perDay * 7 };
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
