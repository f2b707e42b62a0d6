import { expect, test } from 'vitest';
import { calibrate } from '#server/backlog/calibrate.ts';
import type { Settled } from '#server/backlog/ledger-schema.ts';

const settled = (given: Partial<Settled> = {}): Settled => ({
  ...{ state: 'verified', predicted: 0.02, measured: 0.01, effortDays: null, actualDays: null },
  ...{ closedAt: '2026-11-01T00:00:00.000Z', settledAt: '2026-11-03T00:00:00.000Z' },
  ...given,
});
const [not, done] = [{ state: 'not_confirmed', measured: null } as const, '2026-11-01T00:00:00.000Z'];

test('under five nothing is said of how good the estimates are, only what they were', () => {
  const few = calibrate([settled(), settled(), settled(), settled(not)]);
  // 4 × 2 points predicted; 3 × 1 point measured, and nothing from the one that was not confirmed
  expect(few).toMatchObject({ settled: 4, verified: 3, compared: 4, predicted: 0.08, measured: 0.03 });
  expect(few).toMatchObject({ ratio: null, error: null, share: null, daysToVerify: 2, effort: null });
  expect(calibrate([])).toMatchObject({ settled: 0, compared: 0, predicted: 0, daysToVerify: null });
});

test('from five on ratio, mean error and share verified are told with their intervals', () => {
  const { ratio, error, share } = calibrate([
    settled({ predicted: 0.02, measured: 0.01 }),
    settled({ predicted: 0.02, measured: 0.02 }),
    settled({ predicted: 0.01, measured: 0.01 }),
    settled({ predicted: 0.03, measured: 0.02 }),
    settled({ predicted: 0.02, ...not }),
  ]);
  // 0.06 measured of 0.10 predicted
  expect(ratio).toBeCloseTo(0.6, 6);
  // errors −.01 0 0 −.01 −.02: mean −.008, s = √(.00028 / 4) = .008367; t(4, 90 %) = 2.131847; half = .007977
  expect(error?.estimate).toBeCloseTo(-0.008, 6);
  expect(error?.low).toBeCloseTo(-0.015977, 5);
  expect(error?.high).toBeCloseTo(-0.000023, 5);
  expect(share).toMatchObject({ estimate: 0.8 });
});

test('what had no prediction is not compared, and still counts as verified', () => {
  const items = Array.from({ length: 5 }, () => settled({ predicted: null }));
  expect(calibrate(items)).toMatchObject({ settled: 5, verified: 5, compared: 0, ratio: null, error: null });
  expect(calibrate(items).share).toMatchObject({ estimate: 1 });
});

test('time to verify is the median, and effort is compared where both are known', () => {
  const after = (days: number) => ({
    closedAt: done,
    settledAt: new Date(Date.parse(done) + days * 86_400_000).toISOString(),
  });
  const result = calibrate([
    settled({ ...after(1), effortDays: 5, actualDays: 8 }),
    settled({ ...after(10), effortDays: 3, actualDays: 2 }),
    settled({ ...after(40), effortDays: 4 }),
    settled({ ...after(90), ...not }),
  ]);
  expect(result.daysToVerify).toBe(10);
  expect(result.effort).toEqual({ improvements: 2, estimated: 8, actual: 10 });
});
