import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSample, type DayOfSeries, rollUpDay } from '#server/evidence/roll-up-day.ts';

const DAY = 20_000;
const stored = (value: number, minute = 0, seriesId = 1) => ({
  atMs: DAY * 86_400_000 + minute * 60_000,
  seriesId,
  value,
  receivedAtMs: 1_000 + minute,
  runId: minute,
});
function rollUp(samples: ReturnType<typeof stored>[]) {
  const series: DayOfSeries = new Map();
  for (const one of samples) addSample(series, one);
  return rollUpDay(DAY, series, () => true);
}

test('a day keeps last, sum, count, least, greatest and the values to three significant digits', () => {
  // sum 12345.6 + 12349 + 0.00123456 = 24694.60123456, to 6 decimals 24694.601235; 12345.6 and 12349 are both 12300
  expect(rollUp([stored(12_345.6, 2), stored(0.001_234_56, 9), stored(12_349, 5)])).toEqual([
    {
      seriesId: 1,
      day: DAY,
      last: 0.001_234_56,
      lastAtMs: DAY * 86_400_000 + 540_000,
      lastReceivedAtMs: 1_009,
      lastRunId: 9,
      newestReceivedAtMs: 1_009,
      sum: 24_694.601_235,
      count: 3,
      min: 0.001_234_56,
      max: 12_349,
      values: [
        [0.001_23, 1],
        [12_300, 2],
      ],
    },
  ]);
});

test('the order in which samples arrive never shows', () => {
  const samples = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 1_439 }), fc.double({ min: 0, max: 1e9, noNaN: true })),
    {
      selector: ([minute]) => minute,
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(samples, (pairs) => {
      const rows = pairs.map(([minute, value]) => stored(value, minute));
      expect(rollUp(rows.toReversed())).toEqual(rollUp(rows));
    }),
  );
});
