import { z } from 'zod';
import { clearTrend, LEAST_POINTS } from '#rubrics/statistics/clear-trend.ts';
import type { TimedValue } from '#rubrics/statistics/theil-sen.ts';

/** a quarter of a mean Gregorian year */
const QUARTER_MS = (365.2425 / 4) * 86_400_000;

export const directionSchema = z.strictObject({
  /** published quarters since the newest break */
  points: z.int(),
  needed: z.literal(LEAST_POINTS),
  /** null: too few points */
  p: z.number().nullable(),
  exact: z.boolean(),
  /** percent to target a quarter, as a share; null: too few points */
  slope: z.number().nullable(),
  direction: z.enum(['rising', 'falling', 'none', 'too_few']),
});
/** Where percent to target goes: said only where chance is an unlikely reason (docs/scoring.md §6). */
export type Direction = z.infer<typeof directionSchema>;

type Point = { asOf: string; value: number | null };

/** The direction of the published quarters, oldest first, of which only those after the newest break are one series. */
export function findDirection(quarters: readonly Point[], breaks: readonly { day: string }[]): Direction {
  const newest = breaks.at(-1)?.day ?? '';
  const points = quarters.flatMap(({ asOf, value }): TimedValue[] =>
    value === null || asOf.slice(0, 10) < newest ? [] : [[Date.parse(asOf) / QUARTER_MS, value]],
  );
  const counted = { points: points.length, needed: LEAST_POINTS } as const;
  const trend = clearTrend(points);
  if (trend === null) return { ...counted, p: null, exact: true, slope: null, direction: 'too_few' };
  const { way, ...figures } = trend;
  return { ...counted, ...figures, direction: way === 0 ? 'none' : way > 0 ? 'rising' : 'falling' };
}
