import { expect, test } from 'vitest';
import { meanAndSd } from '#rubrics/statistics/mean-and-sd.ts';
import { welch } from '#rubrics/statistics/welch.ts';

function sampleOf(...values: number[]) {
  const { mean, sd } = meanAndSd(values);
  if (mean === null || sd === null) throw new Error('too few values');
  return { mean, sd, n: values.length };
}

// recomputed with scipy.stats.ttest_ind(equal_var=False) to six digits; the summaries are rounded to six digits themselves
test('two waves of a scale differ by Welch’s test', () => {
  const found = welch(sampleOf(5, 6, 7, 4, 6, 5, 7, 3), sampleOf(6, 7, 7, 5, 6, 6, 7, 6, 5), 0.95);
  expect(found?.difference.estimate).toBeCloseTo(0.736111, 6);
  expect(found?.difference.low).toBeCloseTo(-0.505303, 5);
  expect(found?.difference.high).toBeCloseTo(1.977525, 5);
  expect(found?.t).toBeCloseTo(1.310169, 5);
  expect(found?.degrees).toBeCloseTo(10.661801, 5);
  expect(found?.p).toBeCloseTo(0.217663, 5);
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
