import { expect, test } from 'vitest';
import { keyOf } from '#app/set-up/[token]/key-of.ts';

test.each([
  ['Payments platform', 'payments-platform'],
  ['Überweisungen & Co.', 'uberweisungen-co'],
  ['3rd party', 'rd-party'],
  ['データ', ''],
  [`${'a'.repeat(59)} platform`, 'a'.repeat(59)],
])('the name "%s" gives the key "%s"', (name, key) => {
  expect(keyOf(name)).toBe(key);
});
