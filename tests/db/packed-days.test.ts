import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberAt, packDay, unpackDay } from '#db/packed-days.ts';
import type { SampleDay } from '#db/queries/sample-days.ts';

const DAY = 20_000;
// −0 is kept apart from 0: what is read is bit for bit what was written
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const time = fc.integer({ min: 0, max: 2 ** 45 });
const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 1, max: 10 ** 9 })), {
  minLength: 1,
  maxLength: 4,
});

const arbitraryRollUp = fc.record({
  last: number,
  lastAtMs: time,
  lastReceivedAtMs: time,
  lastRunId: fc.integer({ min: 1, max: 10 ** 9 }),
  newestReceivedAtMs: time,
  sum: number,
  count: fc.integer({ min: 1, max: 10 ** 12 }),
  min: number,
  max: number,
  valueCounts: fc.option(pairs.map((list) => JSON.stringify(list))),
});

/** Roll-ups of some series; often they are alike in many columns, since everything of a day came at once. */
const arbitraryDay = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 33 }), { minLength: 1, maxLength: 20 }),
    arbitraryRollUp,
    fc.array(fc.tuple(arbitraryRollUp, fc.subarray(['last', 'lastAtMs', 'count', 'min', 'valueCounts'] as const))),
  )
  .map(([ids, common, others]): SampleDay[] =>
    ids.map((seriesId, i) => {
      const [other, own] = others[i % Math.max(1, others.length)] ?? [common, []];
      const differs = Object.fromEntries(own.map((name) => [name, other[name]]));
      return { seriesId, day: DAY, ...common, ...differs };
    }),
  );

const NUMBERS = [
  ...(['seriesId', 'last', 'lastAtMs', 'lastReceivedAtMs', 'lastRunId'] as const),
  ...(['newestReceivedAtMs', 'sum', 'count', 'min', 'max'] as const),
];

test('a packed day says what its roll-ups say, in the order of their series', () => {
  fc.assert(
    fc.property(arbitraryDay, (rows) => {
      const packed = unpackDay(DAY, packDay(rows));
      const sorted = rows.toSorted((a, b) => a.seriesId - b.seriesId);
      expect(packed.day).toBe(DAY);
      for (const name of NUMBERS) {
        expect(sorted.map((_, row) => numberAt(packed[name], row))).toEqual(sorted.map((row) => row[name]));
      }
      const read = sorted.map((_, row) => {
        const { starts, pairs: all } = packed.values ?? { starts: [], pairs: new Float64Array() };
        return [...all.slice(starts[row] ?? 0, starts[row + 1] ?? 0)];
      });
      expect(read).toEqual(sorted.map(({ valueCounts }) => JSON.parse(valueCounts ?? '[]').flat()));
    }),
  );
});

test('a thousand values that came together take less than half of what their columns would', () => {
  const alike = { lastAtMs: 1e12, lastReceivedAtMs: 1e12, lastRunId: 7, newestReceivedAtMs: 1e12, count: 1 };
  const rows = Array.from({ length: 1_000 }, (_, seriesId): SampleDay => {
    const value = seriesId / 7;
    return { seriesId, day: DAY, ...alike, last: value, sum: value, min: value, max: value, valueCounts: null };
  });
  // 8 bytes for the value and 4 for the series of each, of 80; base64 writes 3 bytes as 4
  expect(packDay(rows).length).toBeLessThan(((1_000 * 12 + 200) * 4) / 3);
});
