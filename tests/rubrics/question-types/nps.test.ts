import { expect, test } from 'vitest';
import { nps } from '#rubrics/question-types/nps.ts';

const question = { key: 'q', kind: 'nps', text: 'A question.', scope: 'capability' as const };
const accepts = (answer: unknown) => nps.answerSchema(question).safeParse(answer).success;

test('an answer is 0 to 10', () => {
  expect([0, 10].every(accepts)).toBe(true);
  expect([-1, 11, 5.5, '5'].some(accepts)).toBe(false);
});

test('promoters give 9 or 10, detractors 0 to 6; no criterion may test it', () => {
  expect(nps.aggregate(question, [0, 6, 7, 8, 9, 10])).toMatchObject({
    n: 6,
    counts: { promoters: 2, passives: 2, detractors: 2 },
  });
  expect(nps.statistics).toEqual({});
});
