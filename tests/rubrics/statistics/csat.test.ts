import { expect, test } from 'vitest';
import { csat } from '#rubrics/statistics/csat.ts';

test('satisfied are those who say 4 or 5, with Wilson’s interval and the mean beside it', () => {
  // 18 of 24 are 4 or 5; (12·5 + 6·4 + 4·3 + 2·1)/24 = 98/24
  const answers = [...Array(12).fill(5), ...Array(6).fill(4), ...Array(4).fill(3), ...Array(2).fill(1)];
  expect(csat(answers, 0.95)).toEqual({ satisfied: { estimate: 0.75, low: 0.551006, high: 0.880006 }, mean: 4.083333 });
  expect(csat(answers, 0.95, 30)?.satisfied).toEqual({ estimate: 0.75, low: 0.664048, high: 0.819925 });
});

test('nobody asked, nothing known', () => expect(csat([], 0.95)).toBeNull());
