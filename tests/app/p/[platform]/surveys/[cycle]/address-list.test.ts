import { expect, test } from 'vitest';
import { addressesIn } from '#app/p/[platform]/surveys/[cycle]/address-list.ts';

test.each([
  ['', []],
  ['ada@example.org\nbob@example.org\r\n', ['ada@example.org', 'bob@example.org']],
  [
    'Ada Lovelace <ada@example.org>, "Bob, B." <bob@example.org>; eve@example.org',
    ['ada@example.org', 'bob@example.org', 'eve@example.org'],
  ],
  ['names without an address', []],
])('%j holds %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});
