import { expect, test } from 'vitest';
import { meanAndSd } from '#rubrics/statistics/mean-and-sd.ts';
import { welch } from '#rubrics/statistics/welch.ts';

function sampleOf(...values: number[]) {
  const { mean, sd } = meanAndSd(values);
  if (mean === null || sd === null) throw new Error('too few values');
  return { mean, sd, n: values.length };
}

// scipy.stats.ttest_ind(equal_var=False); from sums of squares, since a spread rounded to six digits moves the last one.
// The degrees of freedom are 10.6618017…
test('two waves of a scale differ by Welch’s test', () => {
  const first = { mean: 5.375, sd: Math.sqrt(13.875 / 7), n: 8 };
  const second = { mean: 55 / 9, sd: Math.sqrt((341 - 55 ** 2 / 9) / 8), n: 9 };
  expect(welch(first, second, 0.95)).toEqual({
    difference: { estimate: 0.736111, low: -0.505303, high: 1.977525 },
    ...{ t: 1.310169, degrees: 10.661802, p: 0.217663 },
  });
});

test('which group comes first decides the sign and nothing else', () => {
  const [one, two] = [sampleOf(1, 2, 3, 5), sampleOf(4, 4, 6)];
  const [there, back] = [welch(one, two, 0.9), welch(two, one, 0.9)];
  expect(back?.t).toBe(-(there?.t ?? 0));
  expect(back?.p).toBe(there?.p);
  expect(back?.difference.low).toBe(-(there?.difference.high ?? 0));
});

test('one value, or no spread at all, says nothing of a difference', () => {
  expect(welch({ mean: 3, sd: 0, n: 1 }, { mean: 4, sd: 1, n: 9 }, 0.95)).toBeNull();
  expect(welch({ mean: 3, sd: 0, n: 5 }, { mean: 4, sd: 0, n: 5 }, 0.95)).toBeNull();
});
