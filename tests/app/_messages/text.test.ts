import { expect, test } from 'vitest';
import { createText } from '#app/_messages/text.ts';

const messages = {
  hello: 'Hello {name}',
  answers: { one: '{n} answer of {all}', other: '{n} answers of {all}' },
  deep: { er: { still: 'here' } },
} as const;
const t = createText('en', messages);

test('a sentence takes its values', () => {
  expect(t('hello', { name: 'Ada' })).toBe('Hello Ada');
  expect(t('deep.er.still')).toBe('here');
});

test('n chooses the plural form, and numbers are written as the language does', () => {
  expect(t('answers', { n: 1, all: 1200 })).toBe('1 answer of 1,200');
  expect(t('answers', { n: 3, all: 1200 })).toBe('3 answers of 1,200');
  expect(createText('de', messages)('answers', { n: 3, all: 1200 })).toBe('3 answers of 1.200');
});

test('a value that is missing stays visible instead of vanishing', () => {
  expect(t('hello')).toBe('Hello {name}');
});
