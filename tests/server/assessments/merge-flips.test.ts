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

test('what went there and back did not flip', () => {
  expect(mergeFlips([flip({})], [flip({ before: 'met', after: 'unknown', why: 'stale_or_expired' })])).toEqual([]);
});
