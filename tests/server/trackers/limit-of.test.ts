import { expect, test } from 'vitest';
import { limitOf } from '#server/trackers/limit-of.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const answer = (status: number, headers: Record<string, string> = {}, body = '') => ({
  ...{ status, headers, body },
  contentType: 'application/json',
});

test.each([
  // docs.github.com/rest/using-the-rest-api/rate-limits: retry-after in seconds first, then the reset in epoch seconds
  ['GitHub, seconds', answer(403, { 'retry-after': '90' }), 1.5],
  ['GitHub, reset', answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 600) }), 10],
  ['GitHub, secondary', answer(403, {}, '{"message":"You have exceeded a secondary rate limit"}'), 1],
  // docs.gitlab.com/security/rate_limits: RateLimit-Reset in epoch seconds, Retry-After in seconds
  ['GitLab', answer(429, { 'ratelimit-remaining': '0', 'ratelimit-reset': String(NOW / 1000 + 120) }), 2],
  // developer.atlassian.com: X-RateLimit-Reset is a time
  ['Jira', answer(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-22T12:05Z' }), 5],
  ['a date', answer(429, { 'retry-after': 'Sun, 22 Nov 2026 12:03:00 GMT' }), 3],
  ['no word of when', answer(429), 1],
  ['nonsense', answer(429, { 'retry-after': 'soon' }), 1],
  ['years', answer(429, { 'retry-after': '999999999' }), 24 * 60],
])('%s', (_, given, minutes) => {
  expect(limitOf(given, NOW)).toBe(NOW + minutes * MINUTE);
});

test.each([
  ['a refusal that is no limit', answer(403, { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': '1795350000' })],
  ['a success', answer(200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795350000' })],
  ['an error of the server', answer(503, { 'retry-after': '60' })],
])('%s asks for no silence', (_, given) => {
  expect(limitOf(given, NOW)).toBeNull();
});

test('a time that has passed is a second from now, so that nobody spins', () => {
  expect(limitOf(answer(429, { 'retry-after': '0' }), NOW)).toBe(NOW + 1_000);
});
