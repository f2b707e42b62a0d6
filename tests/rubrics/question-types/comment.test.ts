import { expect, test } from 'vitest';
import { comment } from '#rubrics/question-types/comment.ts';

const question = { key: 'q', kind: 'comment', text: 'A question.', scope: 'capability' as const };
const accepts = (answer: unknown) => comment.answerSchema(question).safeParse(answer).success;

test('an answer is a text of some length', () => {
  expect(accepts('More examples, please.')).toBe(true);
  expect(['', '   ', 'x'.repeat(4001), 7].some(accepts)).toBe(false);
});

test('comments are only counted', () => {
  expect(comment.aggregate(question, ['Good.', 'Slow.'])).toEqual({ n: 2, counts: null, mean: null, sd: null });
});
