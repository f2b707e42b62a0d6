import type { Series } from '#db/queries/series.ts';
import type { Bundle, BundleDay } from '#rubrics/evidence/bundle.ts';
import { dateOf } from '#rubrics/evidence/days.ts';
import type { MetricDefinition } from '#rubrics/pack.ts';
import { round6 } from '#rubrics/round6.ts';
import { type DayRollUp, sumOf } from './roll-up-day.ts';

type BundleSeries = Bundle['metrics'][number];

/** For how many days the last value of a level metric stands in for a series that sent nothing new. */
const CARRIED_DAYS = 90;

/** Series that the catalogue does not keep apart: they become one series of the bundle. */
export type SeriesGroup = {
  metric: MetricDefinition;
  capability: string | null;
  labels: Record<string, string>;
  series: Map<number, Series>;
};

/** The bundle's series of one group; null where no day is left. `sources` names the source of each run. */
export function combineSeries(
  group: SeriesGroup,
  days: readonly DayRollUp[],
  sources: ReadonlyMap<number, string>,
): BundleSeries | null {
  const newest = newestOf(days, { group, sources });
  if (newest === null) return null;
  return {
    metric: group.metric.key,
    capability: group.capability,
    labels: group.labels,
    days: combineDays(days, { group, sources }),
    source: sources.get(newest.lastRunId) ?? '',
  };
}

type Of = { group: SeriesGroup; sources: ReadonlyMap<number, string> };

function combineDays(days: readonly DayRollUp[], of: Of): BundleDay[] {
  const byDay = Map.groupBy(days, ({ day }) => day);
  const standing = new Map<number, DayRollUp>();
  return [...byDay.keys()]
    .toSorted((a, b) => a - b)
    .map((day) => {
      const rows = byDay.get(day) ?? [];
      for (const row of rows) standing.set(row.seriesId, row);
      return combineDay(rows, [...standing.values()], of);
    });
}

function combineDay(rows: DayRollUp[], standing: DayRollUp[], of: Of): BundleDay {
  const [first] = rows;
  const newest = newestOf(rows, of);
  if (first === undefined || newest === null) throw new Error('A day without a value was to be combined.');
  const { metric } = of.group;
  const carried = metric.kind === 'level' ? standing.filter(({ day }) => day > first.day - CARRIED_DAYS) : rows;
  return {
    day: dateOf(first.day),
    last: combineLast(metric.combine ?? 'newest', carried, newest),
    lastAt: new Date(newest.lastAtMs).toISOString(),
    // tells values of one time apart, which only series that stay apart can have
    ...(metric.labels === undefined ? {} : { lastReceivedAt: new Date(newest.lastReceivedAtMs).toISOString() }),
    sum: sumOf(rows.map((row) => row.sum)),
    count: rows.reduce((count, row) => count + row.count, 0),
    min: Math.min(...rows.map((row) => row.min)),
    max: Math.max(...rows.map((row) => row.max)),
    ...(metric.kind === 'distribution' ? { values: mergeValues(rows) } : {}),
  };
}

function combineLast(combine: NonNullable<MetricDefinition['combine']>, rows: DayRollUp[], newest: DayRollUp): number {
  const [only] = rows;
  if (only !== undefined && rows.length === 1) return only.last;
  const values = rows.map(({ last }) => last);
  if (combine === 'newest') return newest.last;
  if (combine === 'min') return Math.min(...values);
  if (combine === 'max') return Math.max(...values);
  const sum = sumOf(values);
  return combine === 'sum' ? sum : round6(sum / values.length);
}

/** The roll-up with the newest value. Of equal times, the later received counts, then the greater source, then the names. */
function newestOf(rows: readonly DayRollUp[], { group, sources }: Of): DayRollUp | null {
  const nameOf = ({ seriesId }: DayRollUp) => {
    const series = group.series.get(seriesId);
    return `${series?.team} ${series?.labels}`;
  };
  return rows.reduce<DayRollUp | null>((best, row) => {
    if (best === null) return row;
    const later =
      row.lastAtMs - best.lastAtMs ||
      row.lastReceivedAtMs - best.lastReceivedAtMs ||
      compare(sources.get(row.lastRunId) ?? '', sources.get(best.lastRunId) ?? '') ||
      compare(nameOf(row), nameOf(best));
    return later > 0 ? row : best;
  }, null);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function mergeValues(rows: DayRollUp[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const { values } of rows) {
    for (const [value, count] of values ?? []) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].toSorted(([a], [b]) => a - b);
}
