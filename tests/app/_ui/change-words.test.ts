import { expect, test } from 'vitest';
import { textFor } from '#app/_messages/registry.ts';
import { breakWords, flipWords, placeWords, pointsWords, reasonsOf, sureWords } from '#app/_ui/change-words.ts';
import type { Flip } from '#rubrics/scoring/flips.ts';

const t = textFor('en');
const levels = [{ level: 2, name: 'Operational' }];
const facts = { state: 'scored', level: 2, low: 1, high: 3, coverage: 0.5, target: 3 } as const;
const flip = (given: Partial<Flip>): Flip => ({
  ...{
    capability: 'data',
    aspect: 'adoption',
    criterion: 'ADO-2.a',
    before: 'unknown',
    after: 'met',
    why: 'new_evidence',
  },
  ...given,
});

test('a place is a level, or the reason why there is none', () => {
  expect(placeWords(t, facts, levels)).toBe('2 Operational');
  expect(placeWords(t, { ...facts, state: 'not_offered', level: null }, levels)).toBe('Not offered');
  expect(placeWords(t, null, levels)).toBe('No level');
});

test('how sure a cell is: a range, one level, or perhaps none at all', () => {
  expect(sureWords(t, facts)).toBe('possible 1 to 3, 50% covered');
  expect(sureWords(t, { ...facts, low: 3, coverage: 1 })).toBe('exactly 3, 100% covered');
  expect(sureWords(t, { ...facts, low: null })).toBe('from not offered to 3, 50% covered');
});

test('a flip says what it is now and why, and a criterion that is gone is not there', () => {
  expect(flipWords(t, flip({}), 'It is used')).toBe('It is used: met, new evidence');
  expect(flipWords(t, flip({ after: null, why: 'rubric' }), undefined)).toBe('ADO-2.a: not there, the rubric');
});

test('an answer is told by what it counts, and what is asked otherwise is no new state', () => {
  const answer = flip({ before: 'not_met', after: 'not_met', values: { before: 0.25, after: 0.5 } });
  expect(flipWords(t, answer, 'It is used')).toBe('It is used: counts 0.5 in place of 0.25, new evidence');
  const asked = flip({ before: 'met', after: 'met', why: 'rubric' });
  expect(flipWords(t, asked, 'It is used')).toBe('It is used: met as before, but asked otherwise, the rubric');
});

test('a criterion that got another id is told by both', () => {
  const renamed = flip({ criterion: 'ADO-2.x', formerly: 'ADO-2.a', why: 'rubric' });
  expect(flipWords(t, renamed, 'It is used')).toBe('It is used (ADO-2.a is now ADO-2.x): met, the rubric');
  expect(flipWords(t, renamed, undefined)).toBe('ADO-2.a is now ADO-2.x: met, the rubric');
});

test('what the rubric did comes before what the evidence did', () => {
  const rubricFlips = [flip({ criterion: 'ADO-9.a' })];
  expect(reasonsOf({ rubricFlips, flips: [flip({})] }).map(({ criterion }) => criterion)).toEqual([
    'ADO-9.a',
    'ADO-2.a',
  ]);
});

test('points have a sign, and what rounds to nothing is nothing', () => {
  expect([0.041, -0.041, 0.0004].map((share) => pointsWords(t, share))).toEqual(['+4.1', '−4.1', '±0']);
});

test('a break names what came and went', () => {
  const day = '2026-11-03';
  expect(breakWords(t, { day, reason: 'capabilities', from: 'apis, data', to: 'apis, messaging' })).toBe(
    'Nov 3, 2026: other capabilities are offered: + messaging, − data',
  );
  expect(breakWords(t, { day, reason: 'invited', from: '20', to: '31' })).toContain('31 invited after 20');
});
