import { expect, test } from 'vitest';
import type { MetricDay } from '#db/queries/capability-page.ts';
import { dailyValues } from '#server/capabilities/daily-values.ts';

const DAY = 20_000; // 2024-10-04

const row = (given: Partial<MetricDay> = {}): MetricDay => ({
  ...{ metric: 'self-service-rate', capability: 'data', labels: '{}', day: DAY },
  ...{ last: 1, lastAtMs: 0, sum: 1, count: 1, min: 1, max: 1, valueCounts: null },
  ...given,
});
const leaf = (given: Partial<Parameters<typeof dailyValues>[0]>) => ({
  ...({
    metric: 'self-service-rate',
    capability: 'data',
    statistic: 'latest',
    where: null,
    denominator: null,
  } as const),
  ...given,
});
const valuesOf = (given: Partial<Parameters<typeof dailyValues>[0]>, rows: MetricDay[]) =>
  dailyValues(leaf(given), rows).map(({ value }) => value);

test('the latest value of a day is that of its newest series', () => {
  const rows = [row({ last: 0.4, lastAtMs: 2 }), row({ last: 0.9, lastAtMs: 1 }), row({ day: DAY + 1, last: 0.5 })];
  expect(dailyValues(leaf({}), rows)).toEqual([
    { day: '2024-10-04', value: 0.4 },
    { day: '2024-10-05', value: 0.5 },
  ]);
});

test.each([
  ['mean', 2.5],
  ['sum', 10],
  ['count', 4],
  ['min', 1],
  ['max', 5],
] as const)('the %s of a day spans its series', (statistic, expected) => {
  const rows = [row({ sum: 4, count: 2, min: 1, max: 3 }), row({ sum: 6, count: 2, min: 1, max: 5 })];
  expect(valuesOf({ statistic }, rows)).toEqual([expected]);
});

// values 1 1 1 5: the second smallest is the median by nearest rank, the fourth is p90
test.each([
  ['p50', 1],
  ['p90', 5],
] as const)('%s of a day is the nearest rank of all its values', (statistic, expected) => {
  const rows = [row({ valueCounts: '[[1,2]]' }), row({ valueCounts: '[[1,1],[5,1]]' })];
  expect(valuesOf({ statistic }, rows)).toEqual([expected]);
});

test('a share divides by its own metric, and a day without one is left out', () => {
  const share = { metric: 'failed', statistic: 'share', denominator: 'all' } as const;
  const rows = [
    row({ metric: 'failed', sum: 2 }),
    row({ metric: 'all', sum: 8 }),
    row({ metric: 'failed', sum: 2, day: DAY + 1 }),
  ];
  expect(valuesOf(share, rows)).toEqual([0.25]);
});

test('only series with the labels asked for count, and only those of the place', () => {
  const rows = [
    row({ labels: '{"channel":"chat"}', last: 0.1 }),
    row({ labels: '{"channel":"portal"}', last: 0.8 }),
    row({ capability: '', labels: '{"channel":"portal"}', last: 0.3 }),
  ];
  expect(valuesOf({ where: { channel: ['portal', 'api'] } }, rows)).toEqual([0.8]);
  expect(valuesOf({ where: { channel: ['portal'] }, capability: null }, rows)).toEqual([0.3]);
});

test('what is distinct in a window is not told day by day', () => {
  expect(valuesOf({ statistic: 'distinct' }, [row()])).toEqual([]);
});
