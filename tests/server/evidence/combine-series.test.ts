import { expect, test } from 'vitest';
import type { MetricDefinition } from '#rubrics/pack.ts';
import { combineSeries, type SeriesGroup } from '#server/evidence/combine-series.ts';
import type { DayRollUp } from '#server/evidence/roll-up-day.ts';

const SOURCES = new Map([
  [1, 'metrics-api'],
  [2, 'prometheus'],
]);

function group(metric: Partial<MetricDefinition>): SeriesGroup {
  const series = [1, 2, 3].map((id) => ({
    id,
    platformId: 'p',
    metric: 'm',
    capability: '',
    team: `t${id}`,
    labels: '{}',
  }));
  return {
    metric: {
      key: 'm',
      number: 'M-99',
      name: 'M',
      description: 'A metric of this test only.',
      dimension: 'count',
      kind: 'level',
      scope: 'platform',
      ...metric,
    },
    capability: null,
    labels: {},
    series: new Map(series.map((one) => [one.id, one])),
  };
}

function rollUp(seriesId: number, day: number, given: Partial<DayRollUp> = {}): DayRollUp {
  const last = given.last ?? seriesId;
  const lastAtMs = day * 86_400_000;
  const stored = { lastAtMs, lastReceivedAtMs: lastAtMs, lastRunId: 1, newestReceivedAtMs: lastAtMs };
  return { seriesId, day, last, ...stored, sum: last, count: 1, min: last, max: last, values: null, ...given };
}

test.each([
  ['newest' as const, 3],
  ['sum' as const, 6],
  ['mean' as const, 2],
  ['min' as const, 1],
  ['max' as const, 3],
])('series that the catalogue does not keep apart combine by %s', (combine, expected) => {
  const rows = [rollUp(1, 10), rollUp(2, 10), rollUp(3, 10, { lastAtMs: 10 * 86_400_000 + 5 })];
  const combined = combineSeries(group({ combine }), rows, SOURCES);
  expect(combined?.days).toEqual([
    { day: '1970-01-11', last: expected, lastAt: '1970-01-11T00:00:00.005Z', sum: 6, count: 3, min: 1, max: 3 },
  ]);
});

test('of equal times the later received counts, then the greater source', () => {
  const received = [rollUp(1, 10, { lastReceivedAtMs: 2e9 }), rollUp(2, 10, { lastRunId: 2 })];
  expect(combineSeries(group({}), received, SOURCES)).toMatchObject({ source: 'metrics-api', days: [{ last: 1 }] });
  const source = [rollUp(1, 10, { lastRunId: 2 }), rollUp(2, 10)];
  expect(combineSeries(group({}), source, SOURCES)).toMatchObject({ source: 'prometheus', days: [{ last: 1 }] });
});

test('a state that one team reports on another day still counts in the sum, for 90 days', () => {
  const rows = [rollUp(1, 10), rollUp(2, 11), rollUp(3, 100)];
  const combined = combineSeries(group({ combine: 'sum' }), rows, SOURCES);
  // day 11: team 1 of the day before and team 2; day 100: team 1 is 90 days old and gone, team 2 is 89 days old
  expect(combined?.days.map(({ last, sum }) => [last, sum])).toEqual([
    [1, 1],
    [3, 2],
    [5, 3],
  ]);
});

test('an amount since the last one is never counted on a second day', () => {
  const combined = combineSeries(group({ kind: 'increment', combine: 'sum' }), [rollUp(1, 10), rollUp(2, 11)], SOURCES);
  expect(combined?.days.map(({ last }) => last)).toEqual([1, 2]);
});

test('distributions keep every value, however many series they came from', () => {
  const rows = [
    rollUp(1, 10, { values: [[5, 2]] }),
    rollUp(2, 10, {
      values: [
        [1, 1],
        [5, 1],
      ],
    }),
  ];
  expect(combineSeries(group({ kind: 'distribution' }), rows, SOURCES)?.days[0]?.values).toEqual([
    [1, 1],
    [5, 3],
  ]);
});

test('a group without a day is no series', () => {
  expect(combineSeries(group({}), [], SOURCES)).toBeNull();
});
