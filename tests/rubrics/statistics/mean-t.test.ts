import { describe, expect, test } from 'vitest';
import { meanAndSd } from '#rubrics/statistics/mean-and-sd.ts';
import { meanT } from '#rubrics/statistics/mean-t.ts';

const limits = ({ low, high }: { low: number; high: number }) => [low, high];

describe('the interval of a mean', () => {
  const answers = [5, 6, 7, 4, 6, 5, 7, 3];
  const { mean, sd } = meanAndSd(answers);
  const sample = { mean: mean ?? 0, sd: sd ?? 0, n: 8 };

  test('is Student’s', () => {
    expect(sample).toEqual({ mean: 5.375, sd: 1.407886, n: 8 });
    expect(limits(meanT(sample, 0.95))).toEqual([4.197978, 6.552022]);
  });

  test('shrinks where most of the people answered', () => {
    expect(limits(meanT(sample, 0.95, 10))).toEqual([4.84862, 5.90138]);
  });

  test('of NIST’s filter transmittance data (ZARR13)', () => {
    expect(limits(meanT({ mean: 9.26146, sd: 0.022789, n: 195 }, 0.95))).toEqual([9.258241, 9.264679]);
  });

  test('does not depend on the order of the answers', () => {
    expect(meanAndSd([0.1, 0.2, 0.3, 1e9])).toEqual(meanAndSd([1e9, 0.3, 0.2, 0.1]));
  });
});
