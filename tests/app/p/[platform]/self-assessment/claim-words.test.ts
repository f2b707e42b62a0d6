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
