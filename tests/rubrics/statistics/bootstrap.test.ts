import { describe, expect, test } from 'vitest';
import { bootstrap, LEAST_RESAMPLES } from '#rubrics/statistics/bootstrap.ts';

const meanOf = (values: readonly number[]) => (drawn: readonly number[]) =>
  drawn.reduce((sum, at) => sum + (values[at] ?? Number.NaN), 0) / drawn.length;
const asked = { seed: 7, resamples: LEAST_RESAMPLES, confidence: 0.95 };

describe('a bootstrap interval', () => {
  test('of five units takes all 3,125 resamples, whatever the seed', () => {
    const found = bootstrap(5, meanOf([3, 4, 4, 5, 7]), asked);
    expect(found).toEqual({
      ...{ low: 3.6, high: 5.8, mean: 4.6, sd: 0.60663 },
      ...{ resamples: 3_125, undefinedShare: 0, exact: true },
    });
    expect(bootstrap(5, meanOf([3, 4, 4, 5, 7]), { ...asked, seed: 99 })).toEqual(found);
  });

  const twenty = Array.from({ length: 20 }, (_, i) => i);

  test('of more units is the same for the same seed', () => {
    const found = bootstrap(20, meanOf(twenty), asked);
    expect(found).toEqual(bootstrap(20, meanOf(twenty), asked));
    expect(found).not.toEqual(bootstrap(20, meanOf(twenty), { ...asked, seed: 8 }));
    expect(found).toMatchObject({ exact: false, resamples: 2_000 });
  });

  // the mean of 0…19 is 9.5 with standard error √(33.25/20) = 1.289: about 9.5 ± 1.96 × 1.289
  test('of many units is near the normal one', () => {
    const found = bootstrap(20, meanOf(twenty), { ...asked, resamples: 20_000 });
    expect(found?.low).toBeCloseTo(9.5 - 2.53, 0);
    expect(found?.high).toBeCloseTo(9.5 + 2.53, 0);
    expect(found?.sd).toBeCloseTo(1.289, 1);
  });

  test('says of how many resamples the statistic is undefined', () => {
    // of two units, the one of four resamples that holds the first alone has no value
    const found = bootstrap(2, (drawn) => (drawn.every((at) => at === 0) ? null : 1), asked);
    expect(found).toMatchObject({ resamples: 3, undefinedShare: 0.25 });
    expect(bootstrap(2, () => null, asked)).toBeNull();
    expect(bootstrap(0, () => 1, asked)).toBeNull();
  });

  test('never takes fewer than 2,000 resamples', () => {
    expect(bootstrap(20, meanOf(twenty), { ...asked, resamples: 10 })?.resamples).toBe(2_000);
  });
});
