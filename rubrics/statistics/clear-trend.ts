import { mannKendall } from './mann-kendall.ts';
import { type TimedValue, theilSen } from './theil-sen.ts';

/** With fewer points no trend can be significant: the smallest two-sided p of n points is 2/n!, and of four 0.083. */
export const LEAST_POINTS = 5;
const SIGNIFICANT = 0.05;

export type ClearTrend = {
  /** how often a series without a trend would show as much, two-sided (Mann–Kendall) */
  p: number;
  exact: boolean;
  /** in the unit of the values for each unit of time (Theil–Sen); null: all at one time */
  slope: number | null;
  /** 1 rises, −1 falls; 0: chance explains it as well */
  way: 1 | 0 | -1;
};

/**
 * Where one series goes, in order of time; null with too few points. For a series that stands alone on its page: of many side
 * by side one in twenty would rise or fall by chance, so that their p belong through `benjaminiHochberg` first
 * (docs/scoring.md §6).
 */
export function clearTrend(points: readonly TimedValue[]): ClearTrend | null {
  if (points.length < LEAST_POINTS) return null;
  const { s, p, exact } = mannKendall(points.map(([, value]) => value));
  return { p, exact, slope: theilSen(points), way: p >= SIGNIFICANT ? 0 : s > 0 ? 1 : -1 };
}
