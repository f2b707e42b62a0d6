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

/** A day of one series of the bundle. Times in epoch milliseconds, days since 1970-01-01. */
export type CombinedDay = Omit<DayRollUp, 'seriesId' | 'lastRunId' | 'newestReceivedAtMs'>;

/** What series are combined by: `nameOf` tells those of a group apart, `sources` names the source of each run. */
export type Combining = {
  metric: MetricDefinition;
  nameOf: (seriesId: number) => string;
  sources: ReadonlyMap<number, string>;
};

/** The bundle's series of one group; null where no day is left. `sources` names the source of each run. */
export function combineSeries(
  group: SeriesGroup,
  days: readonly DayRollUp[],
  sources: ReadonlyMap<number, string>,
): BundleSeries | null {
  const of = { metric: group.metric, nameOf: (id: number) => nameOfSeries(group.series.get(id)), sources };
  const newest = newestOf(days, of);
  if (newest === null) return null;
  return {
    metric: group.metric.key,
    capability: group.capability,
    labels: group.labels,
    days: combineDays(days, of).map((day) => describeDay(day, group.metric)),
    source: sources.get(newest.lastRunId) ?? '',
  };
}

export const nameOfSeries = (series: Pick<Series, 'team' | 'labels'> | undefined) =>
  `${series?.team} ${series?.labels}`;

/** Combines series that the catalogue does not keep apart, day by day, the oldest first. */
export function combineDays(days: readonly DayRollUp[], of: Combining): CombinedDay[] {
  const byDay = Map.groupBy(days, ({ day }) => day);
  const standing = new Map<number, DayRollUp>();
  return [...byDay.keys()]
    .toSorted((a, b) => a - b)
    .map((day) => {
      const rows = byDay.get(day) ?? [];
      for (const row of rows) standing.set(row.seriesId, row);
      return combineDay(rows, standing, of);
    });
}

function combineDay(rows: DayRollUp[], standing: ReadonlyMap<number, DayRollUp>, of: Combining): CombinedDay {
  const [first] = rows;
  const newest = newestOf(rows, of);
  if (first === undefined || newest === null) throw new Error('A day without a value was to be combined.');
  const { metric } = of;
  const carried =
    metric.kind === 'level' ? [...standing.values()].filter(({ day }) => day > first.day - CARRIED_DAYS) : rows;
  return {
    day: first.day,
    last: combineLast(metric.combine ?? 'newest', carried, newest),
    lastAtMs: newest.lastAtMs,
    lastReceivedAtMs: receivedAtOf(newest, metric),
    sum: sumOf(rows.map((row) => row.sum)),
    count: rows.reduce((count, row) => count + row.count, 0),
    min: Math.min(...rows.map((row) => row.min)),
    max: Math.max(...rows.map((row) => row.max)),
    values: metric.kind === 'distribution' ? mergeValues(rows) : null,
  };
}

/** Tells values of one time apart, which only series that stay apart can have. */
export const receivedAtOf = (
  { lastAtMs, lastReceivedAtMs }: Pick<DayRollUp, 'lastAtMs' | 'lastReceivedAtMs'>,
  { labels }: MetricDefinition,
): number => (labels === undefined ? lastAtMs : lastReceivedAtMs);

function describeDay(combined: CombinedDay, { labels }: MetricDefinition): BundleDay {
  const { day, last, lastAtMs, lastReceivedAtMs, sum, count, min, max, values } = combined;
  return {
    day: dateOf(day),
    last,
    lastAt: new Date(lastAtMs).toISOString(),
    ...(labels === undefined ? {} : { lastReceivedAt: new Date(lastReceivedAtMs).toISOString() }),
    ...{ sum, count, min, max },
    ...(values === null ? {} : { values }),
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
export function newestOf(rows: readonly DayRollUp[], { nameOf, sources }: Combining): DayRollUp | null {
  return rows.reduce<DayRollUp | null>((best, row) => {
    if (best === null) return row;
    const later =
      row.lastAtMs - best.lastAtMs ||
      row.lastReceivedAtMs - best.lastReceivedAtMs ||
      compare(sources.get(row.lastRunId) ?? '', sources.get(best.lastRunId) ?? '') ||
      compare(nameOf(row.seriesId), nameOf(best.seriesId));
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
