import { expect, test } from 'vitest';
import { bandScore, quickCheck, rateScore } from '#rubrics/statistics/quick-check.ts';

test('bands and rates become points', () => {
  expect([1, 3.5, 6].map(bandScore)).toEqual([0, 5, 10]);
  expect([0, 50, 100].map(rateScore)).toEqual([10, 5, 0]);
  expect([4, 4, 5].map(bandScore)).toEqual([6, 6, 8]);
  expect([15, 20].map(rateScore)).toEqual([8.5, 8]);
});

const scores = (leadTime: number, frequency: number, recovery: number, failRate: number, reworkRate: number) =>
  quickCheck({ leadTime, frequency, recovery, failRate, reworkRate });

test('points have means over all, over throughput and over stability', () => {
  expect(scores(6, 6, 8, 8.5, 8)).toEqual({ overall: 7.3, throughput: 6.666667, stability: 8.25 });
  expect(scores(10, 10, 10, 10, 10)).toEqual({ overall: 10, throughput: 10, stability: 10 });
  // DORA's figures of 2025 for all industries, printed as 6.72 and 7.9
  expect(scores(5.5, 4.8, 7.4, 8.1, 7.8)).toMatchObject({ overall: 6.72, stability: 7.95 });
});

test('what was not answered is left out, and counts as no zero', () => {
  const none = { leadTime: null, frequency: null, recovery: null, failRate: null, reworkRate: null };
  expect(quickCheck({ ...none, leadTime: 6, failRate: 8 })).toEqual({ overall: 7, throughput: 6, stability: 8 });
  expect(quickCheck(none)).toEqual({ overall: null, throughput: null, stability: null });
});

// 21 deployments in 30 days: one failed, three were unplanned
test('the worked example of rates', () => {
  expect(rateScore((100 * 1) / 21)).toBe(9.52381); // 4.76 %
  expect(rateScore((100 * 3) / 21)).toBe(8.571429); // 14.29 %
});
