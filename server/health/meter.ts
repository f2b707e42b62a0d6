import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RouteClass } from '../http/route-class.ts';

/** Upper bounds in seconds. */
export const REQUEST_BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
export const SCORING_BOUNDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts of values at or below each bound, of all, and their sum. */
export type Histogram = { bounds: number[]; counts: number[]; count: number; sum: number };

/** What this process has seen since it started. */
export type Meter = {
  request: (route: RouteClass, status: number, seconds: number) => void;
  scored: (seconds: number) => void;
  requests: () => { route: RouteClass; status: string; count: number }[];
  durations: () => [RouteClass, Histogram][];
  scorings: () => Histogram;
  /** how late the event loop was at worst since it was last asked, in seconds */
  worstDelay: () => number;
};

export function makeMeter(): Meter {
  const counts = new Map<string, { route: RouteClass; status: string; count: number }>();
  const durations = new Map<RouteClass, Histogram>();
  const scorings = emptyHistogram(SCORING_BOUNDS);
  const delays = monitorEventLoopDelay({ resolution: 50 });
  delays.enable();
  return {
    request: (route, status, seconds) => {
      const family = `${Math.floor(status / 100)}xx`;
      const key = `${route} ${family}`;
      const entry = counts.get(key) ?? { route, status: family, count: 0 };
      entry.count += 1;
      counts.set(key, entry);
      const histogram = durations.get(route) ?? emptyHistogram(REQUEST_BOUNDS);
      durations.set(route, histogram);
      observe(histogram, seconds);
    },
    scored: (seconds) => observe(scorings, seconds),
    requests: () => [...counts.values()],
    durations: () => [...durations],
    scorings: () => scorings,
    worstDelay: () => {
      const worst = delays.max / 1e9;
      delays.reset();
      return worst;
    },
  };
}

const emptyHistogram = (bounds: number[]): Histogram => ({ bounds, counts: bounds.map(() => 0), count: 0, sum: 0 });

function observe(histogram: Histogram, value: number): void {
  histogram.count += 1;
  histogram.sum += value;
  for (const [index, bound] of histogram.bounds.entries()) {
    if (value <= bound) histogram.counts[index] = (histogram.counts[index] ?? 0) + 1;
  }
}
