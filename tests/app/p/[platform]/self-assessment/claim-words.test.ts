import { expect, test } from 'vitest';
import { textFor } from '#app/_messages/registry.ts';
import { claimWords } from '#app/p/[platform]/self-assessment/claim-words.ts';

const t = textFor('en');
const levels = ['Provisional', 'Operational', 'Scalable', 'Optimizing'].map((name, index) => ({
  level: index + 1,
  name,
}));

test.each([
  [3, '3 Scalable'],
  [2.5, '2.5, between Operational and Scalable'],
  [null, 'don’t know'],
  [undefined, 'not answered yet'],
])('the claim %s reads "%s"', (claimed, words) => {
  expect(claimWords(t, claimed, levels)).toBe(words);
});

test.each([
  [2, '2, between Provisional and Operational'],
  [3, '3 Operational'],
  // as said under an older rubric
  [9, '9'],
])('where levels are numbered by the rubric, the claim %s reads "%s"', (claimed, words) => {
  const odd = [
    { level: 5, name: 'Scalable' },
    { level: 3, name: 'Operational' },
    { level: 1, name: 'Provisional' },
  ];
  expect(claimWords(t, claimed, odd)).toBe(words);
});
