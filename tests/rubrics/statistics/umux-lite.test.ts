import { expect, test } from 'vitest';
import { susEquivalent, umuxLite } from '#rubrics/statistics/umux-lite.ts';

test.each([
  [7, 7, 100, 87.9],
  [6, 7, 91.666667, 82.483334],
  [5, 6, 75, 71.65],
  [4, 4, 50, 55.4],
  [1, 1, 0, 22.9],
])('UMUX-Lite of %i and %i is %f points, %f on the SUS scale', (usefulness, ease, score, sus) => {
  expect(umuxLite(usefulness, ease)).toBe(score);
  expect(susEquivalent(score)).toBe(sus);
});
