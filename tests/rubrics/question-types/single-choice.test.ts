import { expect, test } from 'vitest';
import { singleChoice } from '#rubrics/question-types/single-choice.ts';

const question = {
  key: 'q',
  kind: 'single-choice',
  text: 'A question.',
  scope: 'capability' as const,
  options: [
    { key: 'value', text: 'Value' },
    { key: 'must', text: 'Must' },
  ],
};
const accepts = (answer: unknown) => singleChoice.answerSchema(question).safeParse(answer).success;

test('an answer is one of the options', () => {
  expect([accepts('value'), accepts('other'), accepts(1), accepts('constructor')]).toEqual([true, false, false, false]);
});

test('every option is named in the counts, also one that nobody chose', () => {
  expect(singleChoice.aggregate(question, ['must', 'must'])).toEqual({
    n: 2,
    counts: { value: 0, must: 2 },
    mean: null,
    sd: null,
  });
});
