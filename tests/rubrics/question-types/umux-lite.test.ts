import { expect, test } from 'vitest';
import { umuxLite } from '#rubrics/question-types/umux-lite.ts';

const question = { key: 'q', kind: 'umux-lite', text: 'A question.', scope: 'capability' as const };
const accepts = (answer: unknown) => umuxLite.answerSchema(question).safeParse(answer).success;

test('an answer has both items, from 1 to 7', () => {
  expect(accepts({ usefulness: 7, ease: 1 })).toBe(true);
  expect([{ usefulness: 8, ease: 1 }, { usefulness: 3 }, [7, 7], 5].some(accepts)).toBe(false);
});

test('people are averaged, not items', () => {
  // 100 and 50 points: mean 75, spread √(2 × 25²)
  const answers = [
    { usefulness: 7, ease: 7 },
    { usefulness: 4, ease: 4 },
  ];
  expect(umuxLite.aggregate(question, answers)).toEqual({ n: 2, counts: null, mean: 75, sd: 35.355339 });
});
