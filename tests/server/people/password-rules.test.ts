import { expect, test } from 'vitest';
import { passwordProblem } from '#server/people/password-rules.ts';

test.each([
  ['eleven char', 'at least 12 characters'],
  ['x'.repeat(129), 'at most 128 characters'],
  ['ada.lovelace@example.org', 'must not be your e-mail'],
  ['ADA.LOVELACE@EXAMPLE.ORG', 'must not be your e-mail'],
  ['ada.lovelace123', 'must not be your e-mail'],
  ['aaaaaaaaaaaaaaa', 'repeats itself'],
])('%s will not do', (password, problem) => {
  expect(passwordProblem(password, 'ada.lovelace@example.org')).toContain(problem);
});

test('four unrelated words will do, in any writing', () => {
  expect(passwordProblem('horse battery staple', 'ada@example.org')).toBeNull();
  expect(passwordProblem('пароль из слов', 'ada@example.org')).toBeNull();
});
