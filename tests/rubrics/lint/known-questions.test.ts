import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a question that does not exist is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'survey: clear', 'survey: clarity');
  expect(planted.places('known-questions')).toEqual([planted.at('survey: clarity')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('clear');
});

test('an answer that the question does not have is found', () => {
  const planted = plantFault(CRITERIA_FILE, 'answers: [saves-time]', 'answers: [saves-money]');
  expect(planted.places('known-questions')).toEqual([planted.at('saves-money')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('saves-time, required');
});

test('a kind of question that does not exist is found', () => {
  const planted = plantFault('questions.yaml', 'kind: nps', 'kind: smile');
  expect(planted.places('known-questions')).toEqual([planted.at('kind: smile')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('agreement');
});
