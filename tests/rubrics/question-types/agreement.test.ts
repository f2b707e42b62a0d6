import { expect, test } from 'vitest';
import { agreement } from '#rubrics/question-types/agreement.ts';

const question = { key: 'q', kind: 'agreement', text: 'A question.', scope: 'capability' as const };
const accepts = (answer: unknown) => agreement.answerSchema(question).safeParse(answer).success;

test('an answer is 1 to 5 or “don’t know”', () => {
  expect([1, 5, 'dont-know'].every(accepts)).toBe(true);
  expect([0, 6, 2.5, '3', null, 'no idea'].some(accepts)).toBe(false);
});

test('"don\'t know" leaves the sums', () => {
  const answers = [5, 4, 'dont-know', 1, 5];
  // mean 15/4; squares 2 × 1.25² + 0.25² + 2.75² over 3
  expect(agreement.aggregate(question, answers)).toEqual({
    n: 4,
    counts: { 1: 1, 2: 0, 3: 0, 4: 1, 5: 2 },
    mean: 3.75,
    sd: 1.892969,
  });
  expect(agreement.aggregate(question, [])).toEqual({
    n: 0,
    counts: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
    mean: null,
    sd: null,
  });
});
