import { expect, test } from 'vitest';
import type { Flip } from '#rubrics/scoring/flips.ts';
import { mergeFlips } from '#server/assessments/merge-flips.ts';

const flip = (given: Partial<Flip>): Flip => ({
  ...{ capability: 'data', aspect: 'interfaces', criterion: 'INT-2.a', why: 'new_evidence' },
  ...{ before: 'unknown', after: 'met' },
  ...given,
});

test('of several flips the first state stands against the last, with every cause in order', () => {
  const later = flip({ before: 'met', after: 'exempt', why: 'exemption' });
  const last = flip({ before: 'exempt', after: 'not_met', why: 'rubric' });
  expect(mergeFlips(mergeFlips([flip({})], [later]), [last])).toEqual([
    flip({ after: 'not_met', why: 'rubric', earlier: ['new_evidence', 'exemption'] }),
  ]);
});

test('one cause that comes twice is told once', () => {
  const again = flip({ before: 'met', after: 'not_met' });
  expect(mergeFlips([flip({})], [again])).toEqual([flip({ after: 'not_met' })]);
});

test('what got another id on the way is one criterion, under its new id', () => {
  const renamed = flip({ criterion: 'INT-2.x', formerly: 'INT-2.a', before: 'met', after: 'not_met', why: 'rubric' });
  const told = flip({ ...renamed, before: 'unknown', earlier: ['new_evidence'] });
  expect(mergeFlips([flip({})], [renamed])).toEqual([told]);
  expect(mergeFlips(mergeFlips([], [renamed]), [flip({ criterion: 'INT-2.x', before: 'not_met' })])).toEqual([]);
  const last = flip({ criterion: 'INT-2.x', before: 'not_met', after: 'exempt', why: 'exemption' });
  expect(mergeFlips([told], [last])).toEqual([
    flip({ ...last, formerly: 'INT-2.a', before: 'unknown', earlier: ['new_evidence', 'rubric'] }),
  ]);
});

test('what went there and back did not flip', () => {
  expect(mergeFlips([flip({})], [flip({ before: 'met', after: 'unknown', why: 'stale_or_expired' })])).toEqual([]);
});

test('an answer that counts otherwise is told from the first number to the last, and not where it is as it was', () => {
  const answer = (before: number, after: number) =>
    flip({ before: 'not_met', after: 'not_met', values: { before, after } });
  expect(mergeFlips([answer(0.25, 0.5)], [answer(0.5, 0.75)])).toEqual([answer(0.25, 0.75)]);
  expect(mergeFlips([answer(0.25, 0.5)], [answer(0.5, 0.25)])).toEqual([]);
  const met = flip({ before: 'not_met', after: 'met', values: { before: 0.5, after: 1 } });
  const back = flip({ before: 'met', after: 'not_met', values: { before: 1, after: 0.25 } });
  expect(mergeFlips([met], [back])).toEqual([answer(0.5, 0.25)]);
});
