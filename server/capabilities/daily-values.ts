import { z } from 'zod';
import type { MetricDay } from '#db/queries/capability-page.ts';
import type { MetricTrace } from '#rubrics/scoring/explanation.ts';
import { nearestRank } from '#rubrics/statistics/nearest-rank.ts';

export type DailyValue = { day: string; value: number };

const DAY_MS = 86_400_000;
const PERCENTILES = { p50: 50, p90: 90, p95: 95, p99: 99 } as const;

const labelsSchema = z.record(z.string(), z.string());
const valueCountsSchema = z.array(z.tuple([z.number(), z.number()]));

const sumOf = (rows: MetricDay[], field: 'sum' | 'count') => rows.reduce((sum, row) => sum + row[field], 0);
const isPercentile = (statistic: string): statistic is keyof typeof PERCENTILES =>
  Object.hasOwn(PERCENTILES, statistic);

function percentile(rows: MetricDay[], percent: number): number | null {
  const values = rows.flatMap(({ valueCounts }) =>
    valueCounts === null ? [] : valueCountsSchema.parse(JSON.parse(valueCounts)),
  );
  return nearestRank(values, percent);
}

function ofOneDay(statistic: MetricTrace['statistic'], rows: MetricDay[], denominators: MetricDay[]): number | null {
  if (isPercentile(statistic)) return percentile(rows, PERCENTILES[statistic]);
  switch (statistic) {
    case 'share': {
      const whole = sumOf(denominators, 'sum');
      return whole === 0 ? null : sumOf(rows, 'sum') / whole;
    }
    case 'mean':
      return sumOf(rows, 'sum') / sumOf(rows, 'count');
    case 'sum':
    case 'count':
      return sumOf(rows, statistic);
    case 'min':
      return Math.min(...rows.map(({ min }) => min));
    case 'max':
      return Math.max(...rows.map(({ max }) => max));
    case 'latest':
      return rows.reduce((newest, row) => (row.lastAtMs > newest.lastAtMs ? row : newest)).last;
    case 'distinct':
      return null;
  }
}

function isWanted(row: MetricDay, where: MetricTrace['where']): boolean {
  if (where === null) return true;
  const labels = labelsSchema.parse(JSON.parse(row.labels));
  return Object.entries(where).every(([label, values]) => values.includes(labels[label] ?? ''));
}

/**
 * The statistic of a metric leaf for each single day, to be drawn beside the value of its whole window. Days without a
 * value are left out. `distinct` has none: what is distinct in a window is not a sum of days.
 */
export function dailyValues(
  leaf: Pick<MetricTrace, 'metric' | 'capability' | 'statistic' | 'where' | 'denominator'>,
  rows: MetricDay[],
): DailyValue[] {
  const here = rows.filter(({ capability }) => capability === (leaf.capability ?? ''));
  const own = here.filter((row) => row.metric === leaf.metric && isWanted(row, leaf.where));
  const denominators = Map.groupBy(
    here.filter(({ metric }) => metric === leaf.denominator),
    ({ day }) => day,
  );
  return [...Map.groupBy(own, ({ day }) => day)].flatMap(([day, ofDay]) => {
    const value = ofOneDay(leaf.statistic, ofDay, denominators.get(day) ?? []);
    return value === null || !Number.isFinite(value)
      ? []
      : [{ day: new Date(day * DAY_MS).toISOString().slice(0, 10), value }];
  });
}
