import { expect, test } from 'vitest';
import { favourability } from '#rubrics/statistics/favourability.ts';

test('who does not know leaves the denominator and is told beside it', () => {
  // 6 of 10 with an opinion; 10 of 20 did not know
  expect(favourability({ favourable: 6, neutral: 3, unfavourable: 1, dontKnow: 10 }, 0.95)).toMatchObject({
    n: 10,
    favourable: { estimate: 0.6 },
    neutral: 0.3,
    unfavourable: 0.1,
    dontKnow: 0.5,
  });
});

test('the interval is Wilson’s, narrower where the population is known', () => {
  const counted = { favourable: 8, neutral: 0, unfavourable: 2, dontKnow: 0 };
  expect(favourability(counted, 0.95)?.favourable).toEqual({ estimate: 0.8, low: 0.490162, high: 0.943318 });
  expect(favourability(counted, 0.95, 12)?.favourable).toEqual({ estimate: 0.8, low: 0.676351, high: 0.884478 });
});

test('where nobody has an opinion there is no share', () => {
  expect(favourability({ favourable: 0, neutral: 0, unfavourable: 0, dontKnow: 7 }, 0.95)).toBeNull();
});
