import { expect, test } from 'vitest';
import { textFor } from '#app/_messages/registry.ts';
import { answerWords, needWords, stateWords } from '#app/p/[platform]/capabilities/_capability/capability-words.ts';

const t = textFor('en');
const row = { role: 'required', state: 'unknown', reason: null, effectiveFrom: null } as const;

test.each([
  [{ ...row, state: 'met' }, 'Met'],
  [{ ...row, state: 'not_met' }, 'Not met'],
  [{ ...row, reason: 'no_data' }, 'Not known yet: there is no data yet'],
  [{ ...row, reason: 'awaiting_review' }, 'Not known yet: an answer waits for its review'],
  [{ ...row, state: 'exempt' }, 'Exempt, counts as met'],
  [{ ...row, state: 'announced', effectiveFrom: '2027-01-01' }, 'Announced, counts from Jan 1, 2027'],
  [{ ...row, state: 'not_applicable' }, 'Does not apply here'],
] as const)('a criterion says how it stands and why: %#', (given, words) => {
  expect(stateWords(t, given)).toBe(words);
});

test.each([
  ['met', 'The symptom is there'],
  ['not_met', 'No symptom'],
  ['unknown', 'Symptom unchecked'],
] as const)('a symptom that is %s is no success and no failure: %s', (state, words) => {
  expect(stateWords(t, { ...row, role: 'limiter', state })).toBe(words);
});

test('a threshold is said with its unit, and of a symptom as what brings it about', () => {
  const leaf = { op: '>=', threshold: 0.8, unit: 'ratio' } as const;
  expect(needWords(t, leaf, { role: 'required' })).toBe('needs at least 80%');
  expect(needWords(t, { ...leaf, op: '<=', threshold: 3600, unit: 'duration' }, { role: 'limiter' })).toBe(
    'a symptom if at most 1 hr',
  );
});

test('the key of an answer is said in words', () => {
  expect(answerWords(t, 'yes')).toBe('yes');
  expect(answerWords(t, 'none-open')).toBe('none open');
});
