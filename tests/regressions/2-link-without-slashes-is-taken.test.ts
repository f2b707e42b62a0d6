import { expect, test } from 'vitest';
import { isWebLink } from '#rubrics/evidence/is-web-link.ts';

/** "http:evil" was taken for http://evil; in a page that is served over http it leads to a page of our own. */
test.each([
  'http:evil',
  'https:/evil',
  'https:\\\\evil',
  'javascript:alert(1)//http://',
  '//evil',
  'ftp://evil',
  'data:,x',
])('%s is no link that a reader can open', (link) => {
  expect(isWebLink(link)).toBe(false);
});

test.each(['https://example.org', 'HTTP://example.org/a?b#c', 'http://[::1]:8080/'])('%s is one', (link) => {
  expect(isWebLink(link)).toBe(true);
});
