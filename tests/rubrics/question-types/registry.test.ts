import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionTypes } from '#rubrics/question-types/registry.ts';

const answers: Record<string, fc.Arbitrary<unknown>> = {
  agreement: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('dont-know')),
  'single-choice': fc.constantFrom('a', 'b'),
  'umux-lite': fc.record({ usefulness: fc.integer({ min: 1, max: 7 }), ease: fc.integer({ min: 1, max: 7 }) }),
  comment: fc.constantFrom('Good.', 'Slow.'),
  nps: fc.integer({ min: 0, max: 10 }),
};
const options = [
  { key: 'a', text: 'A' },
  { key: 'b', text: 'B' },
];

describe.each(Object.entries(questionTypes))('the question type %s', (kind, type) => {
  const question = { key: 'q', kind, text: 'A question.', scope: 'capability' as const, options };

  test('accepts its answers, and adds them up in any order', () => {
    expect(type.kind).toBe(kind);
    fc.assert(
      fc.property(fc.array(answers[kind] ?? fc.constant(null), { maxLength: 30 }), (given) => {
        for (const answer of given) expect(type.answerSchema(question).safeParse(answer).success).toBe(true);
        const sums = type.aggregate(question, given);
        expect(type.aggregate(question, given.toReversed())).toEqual(sums);
        expect(sums.n).toBeLessThanOrEqual(given.length);
        if (sums.counts) expect(Object.values(sums.counts).reduce((sum, count) => sum + count, 0)).toBe(sums.n);
      }),
      { numRuns: 50 },
    );
  });

  test('refuses what is no answer', () => {
    for (const strange of [undefined, null, Number.NaN, {}, [], { toString: 1 }]) {
      expect(type.answerSchema(question).safeParse(strange).success).toBe(false);
    }
  });
});
