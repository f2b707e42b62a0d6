import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { AttestationLeaf } from '#rubrics/pack.ts';
import { buildAttestation, daysBefore } from '#tests/support/build-bundle.ts';
import { rubricThatTests } from '#tests/support/build-rubric.ts';
import { stateOn, traceOn } from '#tests/support/score-one.ts';

type Given = Partial<Bundle['attestations'][number]>;
const on = (leaf: AttestationLeaf, ...given: Given[]) =>
  stateOn(rubricThatTests(leaf), { attestations: given.map((one) => buildAttestation('USE-2.a', one)) });
const yes: AttestationLeaf = { attestation: 'yes' };
const unreviewed = { reviewedAt: null };

describe('an attestation', () => {
  test('needs an answer and its review', () => {
    expect(on(yes)).toBe('unknown: no_data');
    expect(on(yes, unreviewed)).toBe('unknown: awaiting_review');
    expect(on(yes, {})).toBe('met');
    expect(on(yes, { reviewedAt: daysBefore(-1) })).toBe('unknown: awaiting_review');
  });

  test('of "no" needs no review', () => {
    expect(on(yes, { answer: 'no', ...unreviewed })).toBe('not_met');
  });

  test('counts in its newest reviewed answer; an unreviewed newer one changes nothing', () => {
    const old = { answeredAt: daysBefore(50), reviewedAt: daysBefore(49) };
    expect(on(yes, old, { answer: 'no' })).toBe('not_met');
    expect(on(yes, { ...old, answer: 'no' }, unreviewed)).toBe('not_met');
    expect(on(yes, old, { answer: 'no', answeredAt: daysBefore(80) })).toBe('met');
  });

  test('runs out, counted from the answer and not from the review', () => {
    const answered = (days: number) => ({ answeredAt: daysBefore(days), reviewedAt: daysBefore(1) });
    expect(on({ ...yes, valid: '30d' }, answered(29))).toBe('met');
    expect(on({ ...yes, valid: '30d' }, answered(30))).toBe('unknown: stale');
    expect(on(yes, answered(365))).toBe('unknown: stale');
  });

  test('shows a web link where one is asked for', () => {
    const linked = { ...yes, link: true };
    expect(on(linked, {})).toBe('not_met');
    expect(on(linked, { link: 'https://wiki.example/owner' })).toBe('met');
    expect(on(linked, { link: 'javascript:alert(1)' })).toBe('not_met');
    expect(on(linked, { link: 'see the wiki' })).toBe('not_met');
  });

  test('may have steps', () => {
    const steps: AttestationLeaf = { attestation: 'most', answers: ['none', 'some', 'most', 'all'] };
    expect(['none', 'some', 'most', 'all'].map((answer) => on(steps, { answer }))).toEqual([
      'not_met',
      'not_met',
      'met',
      'met',
    ]);
    expect(on(steps, { answer: 'yes' })).toBe('unknown: no_data');
  });

  test('is of its own criterion and capability', () => {
    expect(on(yes, { criterion: 'USE-2.b' })).toBe('unknown: no_data');
    expect(on(yes, { capability: 'data' })).toBe('unknown: no_data');
    expect(on(yes, { capability: null })).toBe('unknown: no_data');
  });

  test('is explained with its dates and what waits', () => {
    const attestations = [
      buildAttestation('USE-2.a', { answer: 'no', ...unreviewed }),
      buildAttestation('USE-2.a', { answeredAt: daysBefore(2), ...unreviewed }),
    ];
    expect(traceOn(rubricThatTests(yes), { attestations })).toEqual({
      kind: 'attestation',
      state: 'not_met',
      answer: 'no',
      required: 'yes',
      answers: ['no', 'yes'],
      linkRequired: false,
      link: null,
      observedAt: daysBefore(10),
      ageDays: 10,
      reviewedAt: null,
      expiresAt: daysBefore(-355),
      selfApproved: false,
      awaitingReview: true,
    });
  });
});
